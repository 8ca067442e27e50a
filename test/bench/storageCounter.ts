import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Agent, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a bot and its tables and counts what the turns ask of them; what jobs ask is left out. */
export class StorageCounter {
  requests = 0;
  /** Answers 409 and 412: two writers met. */
  conflicts = 0;
  /** Work that was put down, taken up and taken away; to be told apart from looking whether there is any. */
  workWrites = 0;
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    /** What the bot is given instead of the tables' own. */
    readonly connectionString: string,
  ) {
    server.on('request', (request, response) => this.pass(request, response));
  }

  static async open(connectionString: string): Promise<StorageCounter> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const tables = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new StorageCounter(server, tables, connectionString.replace(tables.origin, here));
  }

  reset(): void {
    this.requests = 0;
    this.conflicts = 0;
    this.workWrites = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.agent.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request;
    const { hostname, port } = this.target;
    const onward = send({ hostname, port, method, path: url, headers, agent: this.agent }, (answer) => {
      this.count(method ?? '', url ?? '', answer.statusCode ?? 500);
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  private count(method: string, path: string, status: number): void {
    // Tables are made once in the life of a process.
    if (/\/Tables\b/.test(path)) return;
    if (/duework/i.test(path)) {
      if (method !== 'GET') this.workWrites += 1;
      return;
    }
    this.requests += 1;
    if (status === 409 || status === 412) this.conflicts += 1;
  }
}
