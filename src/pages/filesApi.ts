import type { Request, Server } from 'restify';
import type { Log } from '../log';
import type { PageKeys, Told } from './pageApi';
import { answering, bodyOf, HEADERS, tell, telling } from './pageApi';

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

const FAILED = 'files.failed';

/** Adds the API of the pages of files under /api/files. */
export function registerFilesApi(server: Server, { uploads, opening }: FilesApi, log: Log): void {
  const told = telling(log, FAILED, STATUS);

  server.post(
    '/api/files/begin',
    told(({ keys }) => uploads.begin(keys)),
  );
  server.put(
    '/api/files/:file/pieces/:number',
    told(({ keys, request }) => {
      const number = numberIn(parameter(request, 'number'));
      if (number === undefined) return Promise.resolve({ refused: 'tooLarge' });
      const piece = { number, claimed: claimedType(request), read: () => bodyOf(request) };
      return uploads.piece(keys, fileOf(request), piece);
    }),
  );
  server.post(
    '/api/files/:file/pieces/:number/last',
    told(({ keys, request }) => {
      const last = numberIn(parameter(request, 'number'));
      if (last === undefined) return Promise.resolve({ refused: 'tooLarge' });
      return uploads.finish(keys, fileOf(request), { pieces: last + 1, claimed: claimedType(request) });
    }),
  );
  server.del(
    '/api/files/:file',
    told(({ keys, request }) => uploads.cancel(keys, fileOf(request))),
  );
  server.post(
    '/api/files/open',
    answering(
      log,
      FAILED,
    )(async ({ keys }, response) => {
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

function claimedType(request: Request): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

const fileOf = (request: Request): string => parameter(request, 'file');

function parameter(request: Request, name: string): string {
  const value = (request.params as Record<string, unknown>)[name];
  return typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : '';
}

function numberIn(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
