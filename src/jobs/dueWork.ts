import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { safeKey } from '../storage/keys';
import type { Storage } from '../storage/storage';
import type { Stored, Table } from '../storage/table';

const dueRow = z.object({
  /** ISO 8601 in UTC, so that the order of the text is the order of time. */
  dueAt: z.string(),
  payload: z.record(z.string(), z.string()),
  /** Tries since the last success; counted before the work, so that a crash counts. */
  attempts: z.number(),
});

/** A piece of work as it lies in the table. */
export type DueRow = z.infer<typeof dueRow>;

/** Rows looked at in one pass; the rest has its turn in the next. */
const PAGE = 100;
/** What Azure Tables sends at a time: https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination */
const SENT_AT_ONCE = 1_000;

/** Work and when it is due: a partition for each kind, a row for each key. */
export class DueWork {
  private readonly table: Table<DueRow>;

  constructor(storage: Storage) {
    this.table = storage.table('duework', dueRow);
  }

  put(kind: string, key: string, at: Date, payload: Readonly<Record<string, string>>): Promise<void> {
    return this.table.put(kind, key, { dueAt: at.toISOString(), payload: { ...payload }, attempts: 0 });
  }

  /** Like `put`, but leaves work alone that is put down for then or earlier. */
  async putByLatest(kind: string, key: string, at: Date): Promise<void> {
    const dueAt = at.toISOString();
    await this.table.change(kind, key, (now) =>
      now && now.dueAt <= dueAt ? undefined : { dueAt, payload: {}, attempts: 0 },
    );
  }

  async remove(kind: string, key: string): Promise<void> {
    await this.table.remove(kind, key);
  }

  /** What is due, the longest due first, at most a page. */
  async due(kind: string, now: Date): Promise<Stored<DueRow>[]> {
    const found: Stored<DueRow>[] = [];
    for await (const row of this.table.list({
      partition: kind,
      filter: odata`dueAt le ${now.toISOString()}`,
    })) {
      if (found.push(row) >= PAGE) break;
    }
    return found.sort((a, b) => a.value.dueAt.localeCompare(b.value.dueAt));
  }

  /**
   * The kinds of which something is due: a single request while little is, however many kinds there are.
   * @param after only kinds that come after this one in the order of keys
   */
  async kindsDue(now: Date, after = ''): Promise<ReadonlySet<string>> {
    const found: string[] = [];
    const filter = odata`PartitionKey gt ${safeKey(after)} and dueAt le ${now.toISOString()}`;
    for await (const { partition } of this.table.list({ filter })) {
      if (found.push(partition) < SENT_AT_ONCE) continue;
      // The next thousand may be of the same kind.
      return new Set([...found, ...(await this.kindsDue(now, partition))]);
    }
    return new Set(found);
  }

  /** Counts a try. @returns the row to finish with, or undefined when somebody else changed it: leave it to them. */
  async claim(row: Stored<DueRow>): Promise<Stored<DueRow> | undefined> {
    const value = { ...row.value, attempts: row.value.attempts + 1 };
    const etag = await this.table.replaced(row, value);
    return etag === undefined ? undefined : { ...row, value, etag };
  }

  /** Takes the row away, unless it was put down anew while it was being worked on. */
  async done(row: Stored<DueRow>): Promise<void> {
    await this.table.remove(row.partition, row.row, row.etag);
  }

  /** Puts the row down for another time, unless it was put down anew in the meantime. */
  async again(row: Stored<DueRow>, at: Date, attempts: number): Promise<void> {
    await this.table.replace(row, { ...row.value, dueAt: at.toISOString(), attempts });
  }
}
