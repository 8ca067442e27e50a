import type { Request, Response, Server } from 'restify';
import type { Log } from '../log';

/** A page's answer from the bot: what it asked for, or a word for why not. */
type Told = object & { readonly refused?: string };

interface PageKeys {
  readonly token: string;
  readonly page: string;
}
interface Piece {
  readonly number: number;
  readonly claimed: string;
  /** Nothing of a stranger's is read. */
  read(): Promise<Buffer | undefined>;
}

/** What the upload page asks. The token of a link says who asks, and for which report. */
interface Uploading {
  begin(keys: PageKeys): Promise<Told>;
  piece(keys: PageKeys, file: string, piece: Piece): Promise<Told>;
  finish(keys: PageKeys, file: string, whole: { pieces: number; claimed: string }): Promise<Told>;
  cancel(keys: PageKeys, file: string): Promise<Told>;
}

/** What the page asks on which a file is looked at. */
interface Opening {
  open(
    token: string,
  ): Promise<{ readonly type: string; readonly bytes: Buffer; readonly name: string } | string>;
}

export interface FilesApi {
  readonly uploads: Uploading;
  readonly opening: Opening;
}

const STATUS: Readonly<Record<string, number>> = {
  gone: 404,
  refused: 403,
  tooLarge: 413,
  tooMany: 409,
  incomplete: 409,
  notTaken: 415,
  unreadable: 422,
  noKey: 423,
};

/** A piece is half of this. Up to eight times as much is let pass, so that the page hears why. */
const MOST_BODY_BYTES = 1024 * 1024;
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

interface Asked {
  readonly keys: PageKeys;
  readonly file: string;
  readonly request: Request;
}

/** Adds the pages' API under /api/files. Tokens come in a header, never in an address, and nothing of them is logged. */
export function registerFilesApi(server: Server, { uploads, opening }: FilesApi, log: Log): void {
  const answering =
    (work: (asked: Asked, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      try {
        await work({ keys: keysOf(request), file: parameter(request, 'file'), request }, response);
      } catch (error) {
        // A phone that went away half-way is nobody's fault: the page sends the piece again.
        if (request.destroyed || response.destroyed) return;
        log.error('files.failed', error);
        if (response.headersSent) response.destroy();
        else tell(response, 503, { refused: 'away' });
      }
    };
  const telling = (work: (asked: Asked) => Promise<Told>) =>
    answering(async (asked, response) => {
      const told = await work(asked);
      tell(response, told.refused ? (STATUS[told.refused] ?? 500) : 200, told);
    });

  server.post(
    '/api/files/begin',
    telling(({ keys }) => uploads.begin(keys)),
  );
  server.put(
    '/api/files/:file/pieces/:number',
    telling(({ keys, file, request }) => {
      const number = numberIn(parameter(request, 'number'));
      if (number === undefined) return Promise.resolve({ refused: 'tooLarge' });
      const piece = { number, claimed: claimedType(request), read: () => bodyOf(request) };
      return uploads.piece(keys, file, piece);
    }),
  );
  server.post(
    '/api/files/:file/pieces/:number/last',
    telling(({ keys, file, request }) => {
      const last = numberIn(parameter(request, 'number'));
      if (last === undefined) return Promise.resolve({ refused: 'tooLarge' });
      return uploads.finish(keys, file, { pieces: last + 1, claimed: claimedType(request) });
    }),
  );
  server.del(
    '/api/files/:file',
    telling(({ keys, file }) => uploads.cancel(keys, file)),
  );
  server.post(
    '/api/files/open',
    answering(async ({ keys }, response) => {
      const file = await opening.open(keys.token);
      if (typeof file === 'string') return tell(response, STATUS[file] ?? 500, { refused: file });
      response.writeHead(200, {
        ...HEADERS,
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename="${file.name}"`,
      });
      response.end(file.bytes);
    }),
  );
}

function tell(response: Response, status: number, body: object): void {
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

function claimedType(request: Request): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function parameter(request: Request, name: string): string {
  const value = (request.params as Record<string, unknown>)[name];
  return typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : '';
}

function numberIn(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** @returns undefined when it is over the limit. */
async function bodyOf(request: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
    if (size > 8 * MOST_BODY_BYTES) break;
  }
  return size > MOST_BODY_BYTES ? undefined : Buffer.concat(chunks);
}
