import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { RecordKind } from '../asked/record';
import type { VersionRef } from '../policyToConfirm';

const waitingSchema = z.object({
  personId: z.string(),
  policyId: z.string(),
  versionNumber: z.number(),
  versionHash: z.string(),
  /** About a signature on paper, rather than the person's own press. */
  onPaper: z.boolean(),
  /** The person's word that the signature is not theirs. */
  disputed: z.boolean().default(false),
  /** When it was put down (ISO). */
  at: z.string(),
});
/** Says which record waits to be sealed; the record itself is elsewhere. */
export type Waiting = z.infer<typeof waitingSchema>;

/** Presses of a whole council at once do not all write to one partition. */
const PARTITIONS = 16;
type RecordKey = VersionRef & { readonly personId: string; readonly kind: RecordKind };
const partitionOf = ({ personId }: RecordKey): string => spread(personId, PARTITIONS);
const ENDINGS: Readonly<Record<RecordKind, readonly string[]>> = {
  press: [],
  paper: ['paper'],
  dispute: ['paper', 'disputed'],
};
const rowOf = ({ personId, policyId, versionNumber, versionHash, kind }: RecordKey): string =>
  [personId, policyId, versionNumber, versionHash, ...ENDINGS[kind]].join(':');

/** The kind of the record that waits. */
export function waitingKind({ onPaper, disputed }: Waiting): RecordKind {
  if (disputed) return 'dispute';
  return onPaper ? 'paper' : 'press';
}

/** The records that wait to be sealed: a table that is nearly always empty, so it is found by reading it all. */
export class Unsealed {
  private readonly rows: Table<Waiting>;

  constructor(storage: Storage) {
    this.rows = storage.table('evidenceunsealed', waitingSchema);
  }

  /** Comes before the record is written, so that no crash leaves a record that nobody seals. */
  async put({ kind, at, ...record }: RecordKey & { readonly at: string }): Promise<void> {
    const { personId, policyId, versionNumber, versionHash } = record;
    const key = { personId, policyId, versionNumber, versionHash, kind };
    const waiting = { personId, policyId, versionNumber, versionHash, at };
    const which = { onPaper: kind !== 'press', disputed: kind === 'dispute' };
    await this.rows.put(partitionOf(key), rowOf(key), { ...waiting, ...which });
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
