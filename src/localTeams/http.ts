import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, type Refusal } from './refusal';

/** Reads a body of at most so many bytes. Throws the refusal 413. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // The rest is read and dropped, so that the sender gets the answer and not a reset.
    if (size <= mostBytes) parts.push(part);
  }
  if (size > mostBytes) throw refuse.tooBig();
  return Buffer.concat(parts);
}

/** Answers with JSON, or with nothing when there is no body. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** Answers with a refusal in Teams' shape. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const headers: Record<string, string> =
    refusal.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.retryAfter) };
  sendJson(response, refusal.status, { error: { code: refusal.code, message: refusal.message } }, headers);
}

/** The named parts of a path that fits a pattern such as `/v3/teams/:team`, decoded; undefined when it does not. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [at, word] of wanted.entries()) {
    const value = given[at] ?? '';
    if (!word.startsWith(':')) {
      if (word !== value) return undefined;
      continue;
    }
    const decoded = decode(value);
    if (!decoded) return undefined;
    parts[word.slice(1)] = decoded;
  }
  return parts;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
