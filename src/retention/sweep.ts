import { odata } from '@azure/data-tables';
import { z } from 'zod';
import type { MayErase } from '../storage/eraser';
import type { Storage } from '../storage/storage';

const anything = z.record(z.string(), z.unknown());

/**
 * Takes away the rows of a table that nobody wrote since. Storage notes on every row when it was written; a row that is
 * written while it is looked at stays.
 */
export async function sweep(
  storage: Pick<Storage, 'table'>,
  store: string,
  before: Date,
  mayGoOn: MayErase,
): Promise<number> {
  const table = storage.table(store, anything);
  const swept: boolean[] = [];
  for await (const { partition, row, etag } of table.list({ filter: odata`Timestamp lt ${before}` })) {
    if (!(await mayGoOn())) break;
    if (await table.remove(partition, row, etag)) swept.push(true);
  }
  return swept.length;
}
