import { z } from 'zod';
import type { Storage } from '../storage/storage';
import type { Table } from '../storage/table';
import type { HeldGroup } from './schedule';

const holdSchema = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  /** ISO time. */
  at: z.string(),
  reason: z.string(),
});
/** Records that nothing may erase until it is taken off. */
export type Hold = z.infer<typeof holdSchema>;

/** Holds on whole groups of records; one on a case is in the case. */
export class Holds {
  private readonly rows: Table<Hold>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.rows = storage.table('retentionholds', holdSchema);
  }

  async of(group: HeldGroup): Promise<Hold | undefined> {
    return (await this.rows.get(group, group))?.value;
  }

  /** @returns the hold that stands: the first one. */
  async put(group: HeldGroup, hold: Hold): Promise<Hold> {
    return (await this.rows.change(group, group, (now) => (now ? undefined : hold))) ?? hold;
  }

  async takeOff(group: HeldGroup): Promise<void> {
    await this.rows.remove(group, group);
  }
}
