import { createHash } from 'node:crypto';
import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { safeKey } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import { Unsealed } from '../evidence/unsealed';
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
  /** Its number in the chain, once it is sealed; no part of what is sealed. */
  sealedAs: z.number().int().optional(),
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
  /** Only where the person says that the signature with this receipt is not theirs: `at` is then when they said so. */
  dispute: z.object({ signedOn: z.string() }).optional(),
});
/**
 * Evidence of one acknowledgement: one row for a person and a policy version, never changed but for `sealedAs`. A
 * signature on paper has a row of its own, so that somebody who says that they did not sign can still confirm; and so
 * has their saying so.
 */
export type EvidenceRecord = z.infer<typeof recordSchema>;
/** The person's own press, a signature on paper that a manager recorded, or the person's word that it is not theirs. */
export type RecordKind = 'press' | 'paper' | 'dispute';

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
  private readonly unsealed: Unsealed;

  constructor(storage: Storage) {
    this.rows = storage.table('evidence', recordSchema);
    this.unsealed = new Unsealed(storage);
  }

  async find(
    personId: string,
    version: VersionRef,
    kind: RecordKind = 'press',
  ): Promise<EvidenceRecord | undefined> {
    return (await this.rows.get(personId, rowOf(version, kind)))?.value;
  }

  /** The record of a signature on paper that its owner has not said is not theirs. */
  async findPaper(personId: string, versions: readonly VersionRef[]): Promise<EvidenceRecord | undefined> {
    const paper = await this.findAny(personId, versions, 'paper');
    return paper && !(await this.find(personId, paper, 'dispute')) ? paper : undefined;
  }

  /** The first of these versions of which there is a record. */
  async findAny(
    personId: string,
    versions: readonly VersionRef[],
    kind: RecordKind = 'press',
  ): Promise<EvidenceRecord | undefined> {
    for (const version of versions) {
      const record = await this.find(personId, version, kind);
      if (record) return record;
    }
    return undefined;
  }

  /** @returns the record that stands: this one, or the first one where there was one of its kind already. */
  async add(record: EvidenceRecord): Promise<EvidenceRecord> {
    const kind = kindOf(record);
    await this.unsealed.put({ ...record, kind });
    if (await this.rows.insert(record.personId, rowOf(record, kind), record)) return record;
    return (await this.find(record.personId, record, kind)) ?? record;
  }

  /** @returns whether the record is still there. */
  async noteSealed(record: EvidenceRecord, number: number): Promise<boolean> {
    const row = rowOf(record, kindOf(record));
    const noted = await this.rows.change(record.personId, row, (now) =>
      now && now.sealedAs === undefined ? { ...now, sealedAs: number } : undefined,
    );
    return noted !== undefined;
  }

  /** @returns false when the record was changed since it was read. */
  async remove(record: EvidenceRecord): Promise<boolean> {
    const now = await this.rows.get(record.personId, rowOf(record, kindOf(record)));
    if (!now) return true;
    return now.value.sealedAs === record.sealedAs
      ? this.rows.remove(now.partition, now.row, now.etag)
      : false;
  }

  /**
   * Records of some people after a person, in the order in which storage keeps them; whole persons only.
   * @param most about how many records
   */
  async someAfter(personId: string, most: number): Promise<EvidenceRecord[]> {
    const records: EvidenceRecord[] = [];
    for await (const { value } of this.rows.list({ filter: odata`PartitionKey gt ${safeKey(personId)}` })) {
      if (records.length >= most && records.at(-1)?.personId !== value.personId) break;
      records.push(value);
    }
    return records;
  }

  async allOf(personId: string): Promise<EvidenceRecord[]> {
    const records: EvidenceRecord[] = [];
    for await (const { value } of this.rows.list({ partition: personId })) records.push(value);
    return records.sort((one, other) => other.at.localeCompare(one.at));
  }
}

export function kindOf({ paper, dispute }: EvidenceRecord): RecordKind {
  if (dispute) return 'dispute';
  return paper ? 'paper' : 'press';
}

function keyOf({ policyId, versionNumber, versionHash }: VersionRef): string {
  return `${policyId}:${versionNumber}:${versionHash}`;
}

const ENDINGS: Readonly<Record<RecordKind, string>> = {
  press: '',
  paper: ':paper',
  dispute: ':paper:disputed',
};

function rowOf(version: VersionRef, kind: RecordKind): string {
  return keyOf(version) + ENDINGS[kind];
}
