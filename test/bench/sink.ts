import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectorToken, newSigningKey, openIdMetadata, publishedKeys } from '../../src/localTeams/tokens';

/** The bot that both processes are to Teams. */
export const BOT_ID = 'b07b07b0-0000-4000-8000-0000000000b1';

/**
 * The Bot Connector's place in the benchmark: publishes its keys, signs tokens, and takes every message without a rule
 * or a rate, so that what is measured is the bot and not the stand-in.
 */
export class ConnectorSink {
  /** What was sent to each conversation since it was last forgotten, as it came. */
  private readonly sent = new Map<string, string[]>();
  private readonly key = newSigningKey();
  private shared: string | undefined;
  /** False: messages are taken and not kept, so that a hundred thousand of them take no room. */
  keeping = true;
  /** Requests that no answer to a question needs, or without the right bearer. */
  unexpected = 0;

  private constructor(
    private readonly server: Server,
    /** Without a slash at the end: LOCAL_TEAMS_URL. */
    readonly url: string,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async open(): Promise<ConnectorSink> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ConnectorSink(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  get serviceUrl(): string {
    return `${this.url}/`;
  }

  /** A right token that many activities may share: signing takes longer than a press. */
  sharedToken(): string {
    this.shared ??= this.token();
    return this.shared;
  }

  /** A right token for an activity. */
  token(): string {
    return connectorToken(this.key, { botId: BOT_ID, serviceUrl: this.serviceUrl });
  }

  /** The messages of a conversation, oldest first, as they came. */
  sentTo(conversation: string): readonly string[] {
    return this.sent.get(conversation) ?? [];
  }

  forget(conversation: string): void {
    this.sent.delete(conversation);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    if (path.endsWith('/openidconfiguration')) return sendJson(response, openIdMetadata(this.serviceUrl));
    if (path.endsWith('/keys')) return sendJson(response, publishedKeys(this.key));
    const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    const known = conversation && request.headers.authorization === 'Bearer local';
    if (known) this.keep(decodeURIComponent(conversation), Buffer.concat(parts).toString('utf8'));
    else this.unexpected += 1;
    sendJson(response, { id: String(Date.now()) });
  }

  private keep(conversation: string, activity: string): void {
    if (!this.keeping) return;
    this.sent.set(conversation, [...this.sentTo(conversation), activity]);
  }
}

function sendJson(response: ServerResponse, body: object): void {
  // Who asked may be gone by now: a bot that was stopped waits for no answer.
  if (response.destroyed) return;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
