import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnector } from '../../src/bot/connector';
import { Gate } from '../../src/bot/gate';
import type { GateTime } from '../../src/bot/gateTime';
import { localCredentials } from '../../src/bot/localCredentials';
import { createMessenger } from '../../src/bot/messenger';
import type { Message, Messenger } from '../../src/bot/messengerPort';

export const APP_ID = '00000000-0000-0000-0000-00000000b0b0';
export const TENANT_ID = '00000000-0000-0000-0000-0000000000aa';

/** A request as it came over the wire. */
export interface Received {
  readonly route: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The Bot Connector, as far as one test needs it: keeps what it receives and answers what it is told. */
export class FakeConnector {
  readonly received: Received[] = [];
  private readonly answers: (Answer | 'drop')[] = [];
  private readonly server: Server = createServer((request, response) => {
    void this.receive(request).then((answer) => {
      if (answer === 'drop') return void response.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The next answers, in order; after them it answers 200 with an id. `drop` ends the connection instead. */
  willAnswer(...answers: (Answer | 'drop')[]): void {
    this.answers.push(...answers);
  }

  /** An error in Teams' shape. */
  willRefuse(status: number, code: string, headers: Record<string, string> = {}): void {
    this.willAnswer({ status, body: { error: { code, message: 'Refused.' } }, headers });
  }

  /** The only request's body. */
  get body(): Record<string, unknown> {
    return this.received[0]?.body ?? {};
  }

  private async receive(request: IncomingMessage): Promise<Answer | 'drop'> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    this.received.push({
      route: `${request.method} ${decodeURIComponent(request.url ?? '')}`,
      authorization: request.headers.authorization,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    });
    return this.answers.shift() ?? { status: 200, body: { id: '1' } };
  }
}

/** The real connector, gate and messenger, pointed at the fake. */
export function messengerTo(fake: FakeConnector): { messenger: Messenger; time: GateTime; gate: Gate } {
  const connector = createConnector(localCredentials(APP_ID), {
    appId: APP_ID,
    tenantId: TENANT_ID,
    audience: 'https://api.botframework.com',
    allowServiceUrl: (url) => url.startsWith(fake.serviceUrl),
  });
  const time = impatientTime();
  const gate = new Gate({ time });
  return { messenger: createMessenger(connector, gate), time, gate };
}

/** Time in which nobody waits: a timer fires at once, and its time has passed. */
function impatientTime(): GateTime {
  const skipped = { ms: 0 };
  return {
    now: () => performance.now() + skipped.ms,
    setTimer: (work, ms) => {
      const timer = setImmediate(() => {
        skipped.ms += ms;
        work();
      });
      return () => clearImmediate(timer);
    },
    random: () => 0,
  };
}

export const hello: Message = { text: 'Hello' };
