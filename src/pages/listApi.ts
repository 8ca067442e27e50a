import type { Server } from 'restify';
import type { Log } from '../log';
import type { PageKeys, Told } from './pageApi';
import { bodyOf, telling } from './pageApi';

/** What the page asks on which a file of addresses is chosen. */
export interface ListFilesApi {
  begin(keys: PageKeys): Promise<Told>;
  /** Nothing of a stranger's is read. */
  read(keys: PageKeys, read: () => Promise<Buffer | undefined>): Promise<Told>;
}

const STATUS: Readonly<Record<string, number>> = {
  gone: 404,
  draftGone: 404,
  notSender: 403,
  sent: 409,
  tooLarge: 413,
  tooLong: 413,
  workbook: 415,
  spreadsheet: 415,
  picture: 415,
  notText: 415,
  empty: 422,
  noAddress: 422,
};

/** Adds the API of that page under /api/lists. */
export function registerListApi(server: Server, files: ListFilesApi, log: Log): void {
  const told = telling(log, 'lists.failed', STATUS);
  server.post(
    '/api/lists/begin',
    told(({ keys }) => files.begin(keys)),
  );
  server.put(
    '/api/lists/file',
    told(({ keys, request }) => files.read(keys, () => bodyOf(request))),
  );
}
