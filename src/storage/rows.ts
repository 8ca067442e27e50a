import type { TransactionAction } from '@azure/data-tables';
import { toColumns } from './columns';
import { safeKey } from './keys';

/** Where a row lies. */
export interface RowKey {
  readonly partition: string;
  readonly row: string;
}

/** A row as it was read, with the ETag that a replacement must name. */
export interface Stored<T> extends RowKey {
  readonly value: T;
  readonly etag: string;
}

/** One change of a batch; all changes of a batch lie in one partition and happen together or not at all. */
export type Change<T> =
  | { readonly kind: 'insert'; readonly row: string; readonly value: T }
  | { readonly kind: 'put'; readonly row: string; readonly value: T }
  | { readonly kind: 'replace'; readonly stored: Stored<T>; readonly value: T }
  | { readonly kind: 'remove'; readonly row: string };

/** A value as a table takes it. */
export function entityOf(partition: string, row: string, value: object) {
  return { ...toColumns(value), partitionKey: safeKey(partition), rowKey: safeKey(row) };
}

/** A change as a batch takes it. @param writeId by which a lost answer is recognised */
export function actionOf<T extends object>(
  partition: string,
  change: Change<T>,
  writeId: string,
): TransactionAction {
  switch (change.kind) {
    case 'insert':
      return ['create', { ...entityOf(partition, change.row, change.value), writeId }];
    case 'put':
      return ['upsert', { ...entityOf(partition, change.row, change.value), writeId }, 'Replace'];
    case 'replace': {
      const entity = { ...entityOf(partition, change.stored.row, change.value), writeId };
      return ['update', entity, 'Replace', { etag: change.stored.etag }];
    }
    case 'remove':
      return ['delete', { partitionKey: safeKey(partition), rowKey: safeKey(change.row) }];
  }
}
