import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const waitingSchema = z.object({
  personId: z.string(),
  policyId: z.string(),
  versionNumber: z.number(),
  versionHash: z.string(),
  /** The record of a signature on paper, rather than of the person's own press. */
  onPaper: z.boolean(),
  /** When it was put down (ISO). */
  at: z.string(),
});
/** Says which record waits to be sealed; the record itself is elsewhere. */
export type Waiting = z.infer<typeof waitingSchema>;

/** Presses of a whole council at once do not all write to one partition. */
const PARTITIONS = 16;
type RecordKey = Omit<Waiting, 'at'>;
const partitionOf = ({ personId }: RecordKey): string => spread(personId, PARTITIONS);
const rowOf = ({ personId, policyId, versionNumber, versionHash, onPaper }: RecordKey): string =>
  [personId, policyId, versionNumber, versionHash, ...(onPaper ? ['paper'] : [])].join(':');

/** The records that wait to be sealed: a table that is nearly always empty, so it is found by reading it all. */
export class Unsealed {
  private readonly rows: Table<Waiting>;

  constructor(storage: Storage) {
    this.rows = storage.table('evidenceunsealed', waitingSchema);
  }

  /** Comes before the record is written, so that no crash leaves a record that nobody seals. */
  async put({ personId, policyId, versionNumber, versionHash, onPaper, at }: Waiting): Promise<void> {
    const waiting = { personId, policyId, versionNumber, versionHash, onPaper, at };
    await this.rows.put(partitionOf(waiting), rowOf(waiting), waiting);
  }

  /** @param most how many at most */
  async some(most: number): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for await (const { value } of this.rows.list()) {
      if (found.push(value) >= most) break;
    }
    return found;
  }

  /**
   * Takes them away, at most a batch. Where some of a partition are gone already the others may stay: they are found
   * again, and their records are seen to be sealed.
   */
  async remove(some: readonly RecordKey[]): Promise<void> {
    for (const partition of new Set(some.map(partitionOf))) {
      const rows = some.filter((waiting) => partitionOf(waiting) === partition).map(rowOf);
      await this.rows.batch(
        partition,
        rows.map((row) => ({ kind: 'remove' as const, row })),
      );
    }
  }
}
