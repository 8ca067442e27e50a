import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { Agent, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of storage as it goes back to the bot. */
export interface StorageAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Called with each write of a turn's or a job's; resolves with what the bot gets, undefined for nothing at all.
 * @param where the table's name, or `batch`.
 */
export type OnWrite = (
  goOn: () => Promise<StorageAnswer>,
  where: string,
) => Promise<StorageAnswer | undefined>;

/** Stands between the bot and its tables, so that a kill can hit between any two writes. Azurite itself is never killed. */
export class StorageDoor {
  onWrite: OnWrite = (goOn) => goOn();
  /** All requests that the bot waits for, and the writes among them. */
  underWay = 0;
  writesUnderWay = 0;
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    /** What the bot is given instead of the tables' own. */
    readonly connectionString: string,
  ) {
    server.on('request', (request, response) => void this.pass(request, response));
  }

  static async open(connectionString: string): Promise<StorageDoor> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const tables = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
    const here = `TableEndpoint=http://127.0.0.1:${(server.address() as AddressInfo).port}${tables.pathname}`;
    return new StorageDoor(server, tables, connectionString.replace(/TableEndpoint=[^;]+/, here));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.agent.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.underWay += 1;
    try {
      const body = await read(request);
      const goOn = (): Promise<StorageAnswer> => this.forward(request, body);
      const answer = isWorkWrite(request) ? await this.write(goOn, tableOf(request)) : await goOn();
      if (!answer) return void response.destroy();
      // Not chained: restify, once loaded in a process, makes writeHead return nothing.
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    } catch {
      // The bot was killed in the middle of its request, or storage hung up: either way there is no answer to give.
      response.destroy();
    } finally {
      this.underWay -= 1;
    }
  }

  private async write(goOn: () => Promise<StorageAnswer>, where: string): Promise<StorageAnswer | undefined> {
    this.writesUnderWay += 1;
    try {
      return await this.onWrite(goOn, where);
    } finally {
      this.writesUnderWay -= 1;
    }
  }

  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<StorageAnswer> {
    const { hostname, port } = this.target;
    const asking = { hostname, port, method, path: url, headers, agent: this.agent };
    return new Promise((resolve, reject) => {
      const asked = send(asking, (answer) => {
        read(answer).then((said) => {
          // The body goes back in one piece, so it is no longer chunked.
          const headers = { ...answer.headers, 'transfer-encoding': undefined };
          resolve({ status: answer.statusCode ?? 500, headers: present(headers), body: said });
        }, reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

function present(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * Writes of the jobs that are played. Tables are made, due work is kept in order and rosters are read by themselves,
 * without anybody's work under way.
 */
function isWorkWrite({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'GET' && !/\/Tables\b|duework|teamMembers|memberships/i.test(url);
}

/** `/account/policybotrecipients(PartitionKey=…)` is about `recipients`. */
function tableOf({ url = '' }: IncomingMessage): string {
  const name = /^\/[^/]+\/\$?([A-Za-z0-9]+)/.exec(url)?.[1] ?? 'unknown';
  return name.replace(/^policybot/, '');
}
