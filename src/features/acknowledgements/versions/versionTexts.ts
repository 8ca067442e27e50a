import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import { BATCH_LIMIT } from '../../../storage/table';
import type { VersionRef } from '../policyToConfirm';
import type { ClauseText } from './clauseChanges';

const clauseSchema = z.object({
  kind: z.literal('clause'),
  id: z.string(),
  heading: z.string(),
  text: z.string(),
});
const aboutSchema = z.object({ kind: z.literal('about'), title: z.string(), statement: z.string() });
const rowSchema = z.discriminatedUnion('kind', [clauseSchema, aboutSchema]);
type Row = z.infer<typeof rowSchema>;

/** What a version says and what was confirmed with it. */
export interface VersionText {
  readonly title: string;
  readonly statement: string;
  readonly clauses: readonly ClauseText[];
}

/** After all clauses in key order, so that a text that was cut short is known. */
const ABOUT = 'text';
const partitionOf = ({ policyId, versionNumber, versionHash }: VersionRef): string =>
  `${policyId}:${versionNumber}:${versionHash}`;

/** The text of every version that was ever in force, a partition for each: the folder holds the newest alone. */
export class VersionTexts {
  private readonly rows: Table<Row>;

  constructor(storage: Storage) {
    this.rows = storage.table('policytexts', rowSchema);
  }

  /** A version's text never changes, so again does no harm. */
  async keep(version: VersionRef, { title, statement, clauses }: VersionText): Promise<void> {
    const partition = partitionOf(version);
    if (await this.rows.get(partition, ABOUT)) return;
    const changes = clauses.map((clause, place) => ({
      kind: 'put' as const,
      row: `clause:${String(place).padStart(4, '0')}`,
      value: { kind: 'clause' as const, id: clause.id, heading: clause.heading, text: clause.text },
    }));
    for (let start = 0; start < changes.length; start += BATCH_LIMIT)
      await this.rows.batch(partition, changes.slice(start, start + BATCH_LIMIT));
    await this.rows.put(partition, ABOUT, { kind: 'about', title, statement });
  }

  /** @returns undefined where the version is from before texts were kept. */
  async of(version: VersionRef): Promise<VersionText | undefined> {
    const clauses: ClauseText[] = [];
    for await (const { value } of this.rows.list({ partition: partitionOf(version) })) {
      if (value.kind === 'clause') clauses.push(value);
      else return { title: value.title, statement: value.statement, clauses };
    }
    return undefined;
  }
}
