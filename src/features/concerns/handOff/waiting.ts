import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const waitingSchema = z.object({
  /** ISO time. */
  since: z.string(),
});

const WAITING = 'waiting';

/** A case that is not handed over yet. */
export interface WaitingCase {
  readonly caseId: string;
  readonly since: string;
  /** Another one when the case was put down again. */
  readonly etag: string;
}

/** The cases that are not handed over yet: few, and found without reading all the others. */
export class Waiting {
  private readonly table: Table<z.infer<typeof waitingSchema>>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.table = storage.table('concernWaiting', waitingSchema);
  }

  /**
   * Written anew also where it waits already, with the new time: whoever has just handed it over does not know of this,
   * and a net that was laid anew is not given up because an older one came to nothing.
   */
  async add(caseId: string, since: Date): Promise<void> {
    await this.table.put(WAITING, caseId, { since: since.toISOString() });
  }

  /** Unless it was put down again since it was read. */
  async remove({ caseId, etag }: WaitingCase): Promise<void> {
    await this.table.remove(WAITING, caseId, etag);
  }

  async all(): Promise<WaitingCase[]> {
    const found: WaitingCase[] = [];
    for await (const { row, value, etag } of this.table.list({ partition: WAITING }))
      found.push({ caseId: row, since: value.since, etag });
    return found;
  }
}
