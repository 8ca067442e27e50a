import type { Server as HttpServer } from 'node:http';
import type { Server } from 'restify';
import { createServer as createRestify } from 'restify';
import type { TurnAnswer } from './bot/held';
import type { Log } from './log';
import { StaleRow, StorageUnavailable } from './storage/errors';

/** An activity of Teams is far smaller; what is larger is not read to its end. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** Teams gives up on a request after 15 s, so who is still sending one after this holds a connection for nothing. */
const REQUEST_MS = 20_000;

/**
 * How long a connection may lie idle. Longer than anything in front of the bot keeps one: Azure's load balancers take
 * 240 s. Who closes first must not be the bot, or a request that is on its way is lost with a 502.
 */
const IDLE_MS = 250_000;

/** What /health tells (docs/outside.md). */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly policyVersion: string;
  readonly parts: Readonly<Record<'storage' | 'connector' | 'engine' | 'jobs', string>>;
}

export interface ServerDeps {
  readonly receive: (body: unknown, authorization: string) => Promise<TurnAnswer>;
  readonly health: () => Promise<Health>;
  readonly log: Log;
}

/** The HTTP surface: /api/messages and /health; pages are added by `registerPages`. */
export function createServer({ receive, health, log }: ServerDeps): Server {
  const server = createRestify({ name: 'social-media-policy-bot', handleUncaughtExceptions: false });
  httpOf(server).requestTimeout = REQUEST_MS;
  httpOf(server).headersTimeout = REQUEST_MS;
  httpOf(server).keepAliveTimeout = IDLE_MS;
  server.post('/api/messages', async (request, response) => {
    const { status, body } = await answerTo(request, receive, log);
    response.send(status, body);
  });
  server.get('/health', async (_request, response) => {
    const told = await health();
    response.send(told.status === 'unavailable' ? 503 : 200, told);
  });
  return server;
}

/** Node's own server inside restify's, which its types leave out. */
export function httpOf(server: Server): HttpServer {
  const inner: unknown = server.server;
  return inner as HttpServer;
}

async function answerTo(
  request: AsyncIterable<Buffer> & { headers: { authorization?: string | undefined } },
  receive: ServerDeps['receive'],
  log: Log,
): Promise<TurnAnswer> {
  const authorization = request.headers.authorization ?? '';
  try {
    const body = await readBody(request);
    if (body === undefined) return { status: 413 };
    return await receive(parsed(body), authorization);
  } catch (error) {
    log.error('messages.failed', error);
    return { status: error instanceof StorageUnavailable || error instanceof StaleRow ? 503 : 500 };
  }
}

/** @returns undefined when it is over the limit. Up to eight times as much is let pass, so that the client hears why. */
async function readBody(request: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
    if (size > 8 * BODY_LIMIT_BYTES) break;
  }
  return size > BODY_LIMIT_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** @returns undefined for what is not JSON, which no activity is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
