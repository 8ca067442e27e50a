import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { objectAt, textAt, type Json, type JsonObject } from '../../src/localTeams/json';

/** What a fake bot answers to an activity: a status and a body; 200 and nothing by default. */
export interface Answer {
  status?: number;
  body?: Json;
}

/** Decides what to answer; `call` asks the Connector as a bot does. */
export type Behaviour = (activity: JsonObject, bot: FakeBot) => Answer | void | Promise<Answer | void>;

/** An answer of the Connector. */
export interface ConnectorReply {
  status: number;
  headers: Headers;
  body: Json;
  /** Teams' code of a refusal */
  code: string | undefined;
}

/** A plain HTTP server that plays a bot: it keeps what it gets and does what a test tells it to. */
export class FakeBot {
  readonly got: { activity: JsonObject; authorization: string | undefined }[] = [];
  behave: Behaviour = () => undefined;

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<FakeBot> {
    const server = createServer();
    const bot = new FakeBot(server);
    server.on('request', (request, response) => void bot.take(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return bot;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get activities(): JsonObject[] {
    return this.got.map((one) => one.activity);
  }

  /** Sends an activity into the conversation of another, as an answer to it. */
  reply(to: JsonObject, activity: JsonObject): Promise<ConnectorReply> {
    const conversation = textAt(objectAt(to, 'conversation'), 'id') ?? '';
    return connect(textAt(to, 'serviceUrl') ?? '', 'POST', activitiesOf(conversation), activity);
  }

  /** Cuts every connection, as a process does that is killed; it listens again at once. */
  die(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const activity = JSON.parse(Buffer.concat(parts).toString('utf8')) as JsonObject;
    this.got.push({ activity, authorization: request.headers.authorization });
    const answer = (await this.behave(activity, this)) ?? {};
    response.statusCode = answer.status ?? 200;
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }
}

/** The path of a conversation's activities. */
export function activitiesOf(conversation: string): string {
  return `v3/conversations/${encodeURIComponent(conversation)}/activities`;
}

/** Asks the Connector as the bot; with `authorization` as somebody else. */
export async function connect(
  serviceUrl: string,
  method: string,
  path: string,
  body?: Json,
  authorization: string | null = 'Bearer local',
): Promise<ConnectorReply> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (authorization) headers['Authorization'] = authorization;
  const response = await fetch(new URL(path, serviceUrl), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text ? (JSON.parse(text) as Json) : null;
  return {
    status: response.status,
    headers: response.headers,
    body: answer,
    code: textAt(objectAt(answer, 'error'), 'code'),
  };
}
