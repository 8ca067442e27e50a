import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { z } from 'zod';
import { named, statusOf } from './answers';
import { fromColumns } from './columns';
import { StaleRow } from './errors';
import { fromSafeKey, safeKey } from './keys';
import type { Change, Stored } from './rows';
import { actionOf, entityOf } from './rows';

export type { Change, RowKey, Stored } from './rows';

/** How many attempts `change` makes against other writers before it gives up. */
const CHANGE_ATTEMPTS = 8;
/** Azure Tables' limit for a batch. */
export const BATCH_LIMIT = 100;

/**
 * One table whose rows fit one schema. Every write carries a write id: the storage client retries by itself, so a
 * conflict may be with oneself, and after a 409 or 412 the row is read and its write id compared.
 */
export class Table<T extends object> {
  constructor(
    private readonly client: () => Promise<TableClient>,
    private readonly schema: z.ZodType<T>,
    /** Milliseconds for one operation, and for one page of a list. */
    private readonly patience: { readonly operationMs: number; readonly pageMs: number },
  ) {}

  async get(partition: string, row: string): Promise<Stored<T> | undefined> {
    const entity = await this.raw(partition, row);
    return entity && this.read(entity);
  }

  /** @returns false when the row is there already, written by somebody else. */
  async insert(partition: string, row: string, value: T): Promise<boolean> {
    return (await this.inserted(partition, row, value)) !== undefined;
  }

  /** Like `insert`; @returns the new ETag, or undefined when the row is there already. */
  async inserted(partition: string, row: string, value: T): Promise<string | undefined> {
    const writeId = randomUUID();
    const entity = { ...entityOf(partition, row, value), writeId };
    try {
      const written = await this.run('insert', (client, options) => client.createEntity(entity, options));
      return written.etag ?? '';
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
      return this.ownWrite(partition, row, writeId);
    }
  }

  /** Replaces what was read. @returns false when somebody else changed the row since. */
  async replace(stored: Stored<T>, value: T): Promise<boolean> {
    return (await this.replaced(stored, value)) !== undefined;
  }

  /** Like `replace`; @returns the new ETag, or undefined when somebody else changed the row since. */
  async replaced(stored: Stored<T>, value: T): Promise<string | undefined> {
    const writeId = randomUUID();
    const entity = { ...entityOf(stored.partition, stored.row, value), writeId };
    try {
      const written = await this.run('replace', (client, options) =>
        client.updateEntity(entity, 'Replace', { ...options, etag: stored.etag }),
      );
      return written.etag ?? '';
    } catch (error) {
      if (statusOf(error) !== 412 && statusOf(error) !== 404) throw error;
      return this.ownWrite(stored.partition, stored.row, writeId);
    }
  }

  /** Inserts or overwrites, whoever wrote before: only for rows with one writer or one possible value. */
  async put(partition: string, row: string, value: T): Promise<void> {
    const entity = { ...entityOf(partition, row, value), writeId: randomUUID() };
    await this.run('put', (client, options) => client.upsertEntity(entity, 'Replace', options));
  }

  /**
   * Reads, decides and writes until nobody came between.
   * @param decide gives the new value, or undefined to leave the row as it is. May run several times.
   * @returns the row as it now is, or undefined when there is none.
   * @throws StaleRow after eight attempts.
   */
  async change(
    partition: string,
    row: string,
    decide: (now: T | undefined) => T | undefined,
  ): Promise<T | undefined> {
    for (let attempt = 0; attempt < CHANGE_ATTEMPTS; attempt++) {
      const now = await this.get(partition, row);
      const next = decide(now?.value);
      if (next === undefined) return now?.value;
      const written = now ? await this.replace(now, next) : await this.insert(partition, row, next);
      if (written) return next;
    }
    throw new StaleRow('The row was changed by others each time.');
  }

  /** Removing what is not there is no error. With an ETag, @returns false when the row was changed since. */
  async remove(partition: string, row: string, etag = '*'): Promise<boolean> {
    try {
      await this.run('remove', (client, options) =>
        client.deleteEntity(safeKey(partition), safeKey(row), { ...options, etag }),
      );
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return true;
      if (statusOf(error) === 412) return false;
      throw error;
    }
  }

  /** Up to 100 changes in one partition, together or not at all. @returns false on a conflict with others. */
  async batch(partition: string, changes: readonly Change<T>[]): Promise<boolean> {
    if (changes.length === 0) return true;
    const writeId = randomUUID();
    const actions = changes.map((change) => actionOf(partition, change, writeId));
    try {
      await this.run('batch', (client, options) => client.submitTransaction(actions, options));
      return true;
    } catch (error) {
      if (![404, 409, 412].includes(statusOf(error) ?? 0)) throw error;
      return this.wroteItself(partition, changes, writeId);
    }
  }

  /** Rows in key order. @param filter OData, made with the `odata` tag so that values are escaped. */
  async *list(options: { partition?: string; filter?: string } = {}): AsyncGenerator<Stored<T>> {
    const client = await named('list', this.client);
    const inPartition =
      options.partition && `PartitionKey eq '${safeKey(options.partition).replaceAll("'", "''")}'`;
    const filter = [inPartition, options.filter].filter(Boolean).join(' and ');
    const impatience = new AbortController();
    const abortSignal = impatience.signal;
    const rows = client
      .listEntities({ queryOptions: filter ? { filter } : {}, abortSignal })
      [Symbol.asyncIterator]();
    for (;;) {
      const next = await within(this.patience.pageMs, impatience, () => named('list', () => rows.next()));
      if (next.done) return;
      yield this.read(next.value);
    }
  }

  /** The row's ETag when this very write made it, although the answer was a conflict. */
  private async ownWrite(partition: string, row: string, writeId: string): Promise<string | undefined> {
    const now = await this.raw(partition, row);
    return now?.['writeId'] === writeId ? String(now['etag']) : undefined;
  }

  private async wroteItself(
    partition: string,
    changes: readonly Change<T>[],
    writeId: string,
  ): Promise<boolean> {
    const kept = changes.find((change) => change.kind !== 'remove');
    if (!kept) return true;
    const row = kept.kind === 'replace' ? kept.stored.row : kept.row;
    return (await this.ownWrite(partition, row, writeId)) !== undefined;
  }

  private async raw(partition: string, row: string): Promise<Record<string, unknown> | undefined> {
    try {
      return await this.run('get', (client, options) =>
        client.getEntity<Record<string, unknown>>(safeKey(partition), safeKey(row), options),
      );
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  private read(entity: Record<string, unknown>): Stored<T> {
    const value = this.schema.parse(fromColumns(entity));
    const [partition, row] = [
      fromSafeKey(String(entity['partitionKey'])),
      fromSafeKey(String(entity['rowKey'])),
    ];
    return { partition, row, value, etag: String(entity['etag']) };
  }

  private async run<R>(
    operation: string,
    work: (client: TableClient, options: { abortSignal: AbortSignal }) => Promise<R>,
  ): Promise<R> {
    const impatience = new AbortController();
    return within(this.patience.operationMs, impatience, () =>
      named(operation, async () => work(await this.client(), { abortSignal: impatience.signal })),
    );
  }
}

/** Not AbortSignal.timeout: it cannot be cleared, so each request would leave a timer and an error behind it. */
async function within<R>(ms: number, impatience: AbortController, work: () => Promise<R>): Promise<R> {
  const timer = setTimeout(() => impatience.abort(), ms);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
