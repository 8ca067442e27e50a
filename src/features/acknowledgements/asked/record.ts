import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { VersionRef } from '../policyToConfirm';

export const recordSchema = z.object({
  /** Who, as Teams authenticated them. */
  personId: z.string(),
  personName: z.string(),
  policyId: z.string(),
  policyTitle: z.string(),
  versionNumber: z.number(),
  versionHash: z.string(),
  statement: z.string(),
  /** The server's time (ISO). */
  at: z.string(),
  /** The delivery that it answers; campaign and part are empty where the request is gone. */
  campaignId: z.string(),
  partId: z.string(),
  activityId: z.string(),
  receipt: z.string(),
  /** When the questions at the end were all answered rightly (ISO), where the request asked them. */
  checkPassedAt: z.string().optional(),
  /** Only where a manager recorded a signature on paper: `at` is then when it was recorded. */
  paper: z
    .object({
      /** A calendar day in London. */
      signedOn: z.string(),
      witness: z.string(),
      recordedById: z.string(),
      recordedByName: z.string(),
    })
    .optional(),
});
/**
 * Evidence of one acknowledgement: one row for a person and a policy version, never changed. A signature on paper has a
 * row of its own, so that somebody who says that they did not sign can still confirm.
 */
export type EvidenceRecord = z.infer<typeof recordSchema>;

/** Without 0, O, 1 and I; 32 of them, so that a byte gives each as often. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A short number to read out, the same for every repeat: "7K3M-9QXD". It identifies, it opens nothing. */
export function receiptNumber(personId: string, version: VersionRef): string {
  const digest = createHash('sha256')
    .update(`${personId}\n${keyOf(version)}`)
    .digest();
  const signs = [...digest.subarray(0, 8)].map((byte) => SIGNS[byte % SIGNS.length] ?? '2').join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Evidence rows, in a partition for each person. */
export class Evidence {
  private readonly rows: Table<EvidenceRecord>;

  constructor(storage: Storage) {
    this.rows = storage.table('evidence', recordSchema);
  }

  async find(personId: string, version: VersionRef): Promise<EvidenceRecord | undefined> {
    return (await this.rows.get(personId, keyOf(version)))?.value;
  }

  async findOnPaper(personId: string, version: VersionRef): Promise<EvidenceRecord | undefined> {
    return (await this.rows.get(personId, paperKeyOf(version)))?.value;
  }

  /** @returns the record that stands: this one, or the first one where there was one of its kind already. */
  async add(record: EvidenceRecord): Promise<EvidenceRecord> {
    const { personId } = record;
    if (await this.rows.insert(personId, record.paper ? paperKeyOf(record) : keyOf(record), record))
      return record;
    const first = record.paper ? this.findOnPaper(personId, record) : this.find(personId, record);
    return (await first) ?? record;
  }

  async allOf(personId: string): Promise<EvidenceRecord[]> {
    const records: EvidenceRecord[] = [];
    for await (const { value } of this.rows.list({ partition: personId })) records.push(value);
    return records.sort((one, other) => other.at.localeCompare(one.at));
  }
}

function keyOf({ policyId, versionNumber, versionHash }: VersionRef): string {
  return `${policyId}:${versionNumber}:${versionHash}`;
}

function paperKeyOf(version: VersionRef): string {
  return `${keyOf(version)}:paper`;
}
