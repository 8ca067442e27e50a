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
}

/** The cases that are not handed over yet: few, and found without reading all the others. */
export class Waiting {
  private readonly table: Table<z.infer<typeof waitingSchema>>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.table = storage.table('concernWaiting', waitingSchema);
  }

  async add(caseId: string, since: Date): Promise<void> {
    await this.table.insert(WAITING, caseId, { since: since.toISOString() });
  }

  async remove(caseId: string): Promise<void> {
    await this.table.remove(WAITING, caseId);
  }

  async all(): Promise<WaitingCase[]> {
    const found: WaitingCase[] = [];
    for await (const { row, value } of this.table.list({ partition: WAITING }))
      found.push({ caseId: row, since: value.since });
    return found;
  }
}
