import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { ConcernsDeps } from '../deps';

const entrySchema = z.object({ sealedCase: z.string() });
const PARTITION = 'concerns.reports';
const ROW = 'concerns.reportRow';

/**
 * Which cases a person reported. Found through a tag of the person, and the case's id is sealed in it: without the
 * key for names a row leads neither to a person nor to a case, nor from one case of a person to another.
 */
export class ReportIndex {
  private readonly table: Table<z.infer<typeof entrySchema>>;

  constructor(
    storage: Storage,
    private readonly sealing: ConcernsDeps['sealing'],
  ) {
    this.table = storage.table('concernReports', entrySchema);
  }

  /** Putting the same case twice is one entry. */
  async put(personId: string, caseId: string): Promise<void> {
    const { names } = this.sealing;
    const [partition] = names.tags(personId, PARTITION);
    const [row] = names.tags(caseId, ROW);
    await this.table.put(partition, row, { sealedCase: names.seal(caseId, partition) });
  }

  /** Each once, whichever key it was put with. */
  async casesOf(personId: string): Promise<string[]> {
    const ids = new Set<string>();
    for (const partition of this.partitions(personId)) {
      for await (const { value } of this.table.list({ partition })) ids.add(this.opened(value, partition));
    }
    return [...ids];
  }

  /** Takes away what stands under older keys. */
  async removeOlder(personId: string, caseId: string): Promise<void> {
    await this.removeFrom(this.partitions(personId).slice(1), caseId);
  }

  /** The person's list no longer names the case. */
  async remove(personId: string, caseId: string): Promise<void> {
    await this.removeFrom(this.partitions(personId), caseId);
  }

  private async removeFrom(partitions: readonly string[], caseId: string): Promise<void> {
    for (const partition of partitions) {
      for await (const { row, value } of this.table.list({ partition }))
        if (this.opened(value, partition) === caseId) await this.table.remove(partition, row);
    }
  }

  private opened({ sealedCase }: z.infer<typeof entrySchema>, partition: string): string {
    const { names } = this.sealing;
    return names.made(sealedCase)
      ? names.open(sealedCase, partition)
      : this.sealing.open(sealedCase, partition);
  }

  /** The newest key's first; the last is that of before names had a key of their own. */
  private partitions(personId: string): string[] {
    return [...this.sealing.names.tags(personId, PARTITION), this.sealing.tag(personId, PARTITION)];
  }
}
