import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Evidence } from '../asked/record';
import { kindOf } from '../asked/record';
import type { Unsealed } from './unsealed';

const placeSchema = z.object({
  /** Persons up to this one were looked at. */
  after: z.string(),
  done: z.boolean(),
});

const PLACE = 'place';
/** Looked at beside one batch of sealing: about a page of storage. */
const AT_A_TIME = 200;

/**
 * Records from before there was a chain, and any other that nobody announced: each is put down to be sealed, some at a
 * time, once. Where it stopped is kept, so that it may be cut short anywhere.
 */
export class OlderRecords {
  private readonly rows: Table<z.infer<typeof placeSchema>>;
  private isDone = false;

  constructor(
    storage: Storage,
    private readonly evidence: Evidence,
    private readonly unsealed: Unsealed,
  ) {
    this.rows = storage.table('evidenceolder', placeSchema);
  }

  /** The next few. A record that is waiting already is put down again, which changes nothing. */
  async putDownSome(): Promise<void> {
    if (this.isDone) return;
    const { after, done } = (await this.rows.get(PLACE, PLACE))?.value ?? { after: '', done: false };
    this.isDone = done;
    if (done) return;
    const records = await this.evidence.someAfter(after, AT_A_TIME);
    for (const record of records) {
      if (record.sealedAs === undefined) await this.unsealed.put({ ...record, kind: kindOf(record) });
    }
    const last = records.at(-1)?.personId ?? after;
    await this.rows.put(PLACE, PLACE, { after: last, done: records.length < AT_A_TIME });
  }
}
