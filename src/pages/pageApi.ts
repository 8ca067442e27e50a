import type { Request, Response } from 'restify';
import type { Log } from '../log';

/** A page's answer from the bot: what it asked for, or a word for why not. */
export type Told = object & { readonly refused?: string };

/** What a page shows: the token that it was opened with, and a secret of its own. */
export interface PageKeys {
  readonly token: string;
  readonly page: string;
}

/** A request of a page. */
export interface Asked {
  readonly keys: PageKeys;
  readonly request: Request;
}

/** Up to eight times as much is let pass, so that the page hears why. */
const MOST_BODY_BYTES = 1024 * 1024;

export const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * How routes that pages ask are worked on: tokens come in a header, never in an address, and nothing of them is logged.
 * @param failed the name of a failure in the log
 */
export function answering(log: Log, failed: string) {
  return (work: (asked: Asked, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      try {
        await work({ keys: keysOf(request), request }, response);
      } catch (error) {
        // Who went away half-way is nobody's fault: the page sends it again.
        if (request.destroyed || response.destroyed) return;
        log.error(failed, error);
        if (response.headersSent) response.destroy();
        else tell(response, 503, { refused: 'away' });
      }
    };
}

/** Like `answering`, for what is told as JSON. @param status the HTTP status of each refusal */
export function telling(log: Log, failed: string, status: Readonly<Record<string, number>>) {
  return (work: (asked: Asked) => Promise<Told>) =>
    answering(
      log,
      failed,
    )(async (asked, response) => {
      const told = await work(asked);
      tell(response, told.refused ? (status[told.refused] ?? 500) : 200, told);
    });
}

export function tell(response: Response, status: number, body: object): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** `Bearer TOKEN` or `Bearer TOKEN.PAGE` */
function keysOf(request: Request): PageKeys {
  const [token = '', page = ''] = (
    /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  ).split('.');
  return { token, page };
}

/** @returns undefined when it is over the limit. */
export async function bodyOf(request: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
    if (size > 8 * MOST_BODY_BYTES) break;
  }
  return size > MOST_BODY_BYTES ? undefined : Buffer.concat(chunks);
}
