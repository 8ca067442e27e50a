import { odata } from '@azure/data-tables';
import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Change, Table } from '../../../storage/table';
import { BATCH_LIMIT } from '../../../storage/table';
import { NO_LINK } from './links';

const headSchema = z.object({
  kind: z.literal('head'),
  /** How many records are in the chain; they are numbered from 1. */
  count: z.number().int(),
  /** The link of the last one. */
  link: z.string(),
  /** The records after this number still have to be noted as sealed. */
  noted: z.number().int(),
});
const linkSchema = z.object({ kind: z.literal('link'), hash: z.string(), link: z.string() });
const recordSchema = z.object({ kind: z.literal('record'), text: z.string(), salt: z.string() });
const rowSchema = z.discriminatedUnion('kind', [headSchema, linkSchema, recordSchema]);
type Row = z.infer<typeof rowSchema>;

/** Where the chain ends. */
export type Head = z.infer<typeof headSchema>;
/** A record in the chain; without `record` it was erased. */
export interface Entry {
  readonly number: number;
  readonly hash: string;
  readonly link: string;
  readonly record?: { readonly text: string; readonly salt: string };
}
/** An entry before it has its number. */
export type NewEntry = Required<Omit<Entry, 'number'>>;

const HEAD = 'head';
const EMPTY: Head = { kind: HEAD, count: 0, link: NO_LINK, noted: 0 };
/** Entries of one partition, each two rows: a partition is one page of storage. */
export const BLOCK = 500;
/** A batch is one write, in one partition. */
const LARGEST_BATCH = BATCH_LIMIT / 2;

const blockOf = (number: number): string => String(Math.floor((number - 1) / BLOCK)).padStart(8, '0');
const keyOf = (number: number): string => String(number).padStart(12, '0');

/** The chain of sealed records: links that are never changed, and beside each link its record and salt. */
export class Chain {
  private readonly rows: Table<Row>;

  constructor(storage: Storage) {
    this.rows = storage.table('evidencechain', rowSchema);
  }

  async head(): Promise<Head> {
    const row = (await this.rows.get(HEAD, HEAD))?.value;
    return row?.kind === HEAD ? row : EMPTY;
  }

  /** @returns the head as it now is: another one where somebody else moved it first. */
  async moveHead(from: Head, to: Omit<Head, 'kind'>): Promise<Head> {
    const unmoved = (now: Head): boolean => now.count === from.count && now.noted === from.noted;
    const moved = await this.rows.change(HEAD, HEAD, (now) =>
      unmoved(now?.kind === HEAD ? now : EMPTY) ? { kind: HEAD, ...to } : undefined,
    );
    return moved?.kind === HEAD ? moved : EMPTY;
  }

  /** How many entries one batch after this head may hold: it crosses no partition. */
  roomAfter({ count }: Head): number {
    return Math.min(LARGEST_BATCH, BLOCK - (count % BLOCK));
  }

  /** Adds a batch after the head, whole or not at all. @returns false when there are entries already. */
  append({ count }: Head, entries: readonly NewEntry[]): Promise<boolean> {
    const changes = entries.flatMap(({ hash, link, record }, index): Change<Row>[] => {
      const key = keyOf(count + 1 + index);
      return [
        { kind: 'insert', row: `${key}-link`, value: { kind: 'link', hash, link } },
        { kind: 'insert', row: `${key}-record`, value: { kind: 'record', ...record } },
      ];
    });
    return this.rows.batch(blockOf(count + 1), changes);
  }

  /** The entries of a batch that begins after this number, up to the end of its partition. */
  async after(number: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    for await (const entry of this.inBlock(blockOf(number + 1), number + 1)) entries.push(entry);
    return entries;
  }

  /** The first `count` entries in order, partition by partition. */
  async *upTo(count: number): AsyncGenerator<Entry> {
    for (let first = 1; first <= count; first += BLOCK) {
      for await (const entry of this.inBlock(blockOf(first), first)) {
        if (entry.number <= count) yield entry;
      }
    }
  }

  /** Takes a record and its salt away for good; hash and link stay. */
  async erase(number: number): Promise<void> {
    await this.rows.remove(blockOf(number), `${keyOf(number)}-record`);
  }

  /** A link's row comes before its record's, if that is still there. */
  private async *inBlock(partition: string, from: number): AsyncGenerator<Entry> {
    let entry: Entry | undefined;
    const filter = odata`RowKey ge ${keyOf(from)}`;
    for await (const { row, value } of this.rows.list({ partition, filter })) {
      const number = Number.parseInt(row, 10);
      if (value.kind === 'link') {
        if (entry) yield entry;
        entry = { number, hash: value.hash, link: value.link };
      } else if (value.kind === 'record' && entry?.number === number) {
        entry = { ...entry, record: { text: value.text, salt: value.salt } };
      }
    }
    if (entry) yield entry;
  }
}
