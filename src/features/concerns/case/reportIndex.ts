import { z } from 'zod';
import type { Sealing } from '../../../storage/sealing';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const entrySchema = z.object({ sealedCase: z.string() });

/**
 * Which cases a person reported. Found through a tag of the person, and the case's id is sealed in it: without the
 * key a row leads neither to a person nor to a case, nor from one case of a person to another.
 */
export class ReportIndex {
  private readonly table: Table<z.infer<typeof entrySchema>>;

  constructor(
    storage: Storage,
    private readonly sealing: Sealing,
  ) {
    this.table = storage.table('concernReports', entrySchema);
  }

  /** Putting the same case twice is one entry. */
  async put(personId: string, caseId: string): Promise<void> {
    const partition = this.partition(personId);
    const row = this.sealing.tag(caseId, 'concerns.reportRow');
    await this.table.put(partition, row, { sealedCase: this.sealing.seal(caseId, partition) });
  }

  async casesOf(personId: string): Promise<string[]> {
    const partition = this.partition(personId);
    const ids: string[] = [];
    for await (const { value } of this.table.list({ partition }))
      ids.push(this.sealing.open(value.sealedCase, partition));
    return ids;
  }

  private partition(personId: string): string {
    return this.sealing.tag(personId, 'concerns.reports');
  }
}
