import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Case, CaseEvent, CaseRow } from './case';

/** What the first event of a case follows. */
const NOTHING_BEFORE = '0'.repeat(64);
/** As long as the hash, so that nobody finds erased words by trying. */
const SALT_BYTES = 32;

/** What an event keeps so that a change to it, or to what it brought, is seen. Hashes are SHA-256 in hex. */
export const chainFields = {
  number: z.int().positive().optional(),
  /** The hash of the event before. */
  before: z.string().optional(),
  hash: z.string().optional(),
  /** Of who and what they said, with the salt: both may be erased, and this stays. */
  wordsHash: z.string().optional(),
  salt: z.string().optional(),
  /** What the reporter wrote in this step: the row that holds it, and its hash with the row's own salt. */
  text: z.object({ row: z.string(), hash: z.string() }).optional(),
};

export type NewEvent = Omit<CaseEvent, 'type' | keyof typeof chainFields>;
type Text = NonNullable<CaseEvent['text']>;

export const newSalt = (): string => randomBytes(SALT_BYTES).toString('hex');
export const saltedHash = (words: string, salt: string): string =>
  createHash('sha256').update(words, 'utf8').update(Buffer.from(salt, 'hex')).digest('hex');

/** An event as it follows the one before it. @param before the hash of that one; undefined for the first */
export function chained(
  caseId: string,
  number: number,
  before: string | undefined,
  event: NewEvent,
  text?: Text,
): CaseEvent & { readonly hash: string } {
  const salt = newSalt();
  const linked = {
    ...{ type: 'event' as const, ...event, number, salt },
    before: before ?? NOTHING_BEFORE,
    wordsHash: saltedHash(wordsOf(event), salt),
    ...(text && { text }),
  };
  return { ...linked, hash: linkOf(caseId, linked) };
}

/** The event without who and what they said: the chain holds all the same. */
export function withoutWords(event: CaseEvent): CaseEvent {
  return { ...event, by: undefined, note: undefined, salt: undefined };
}

/** A row of a case with its name in the partition. */
export interface NamedRow {
  readonly row: string;
  readonly value: CaseRow;
}

/** What does not fit in a case's history, in words; undefined when all of it does. @param rows all of the case */
export function brokenIn(
  caseId: string,
  value: Pick<Case, 'events' | 'historyHead'>,
  rows: readonly NamedRow[],
): string | undefined {
  const events = rows.flatMap(({ value: row }) => (row.type === 'event' ? [row] : []));
  let before = NOTHING_BEFORE;
  for (const [at, event] of events.entries()) {
    const wrong = wrongWith(caseId, event, { number: at + 1, before }, rows);
    if (wrong) return `event ${at + 1}: ${wrong}`;
    before = event.hash ?? '';
  }
  if (events.length !== value.events) return `event ${events.length + 1} is missing or too many`;
  return before === value.historyHead ? undefined : `event ${events.length}: the case knows another end`;
}

function wrongWith(
  caseId: string,
  event: CaseEvent,
  due: { readonly number: number; readonly before: string },
  rows: readonly NamedRow[],
): string | undefined {
  if (event.number !== due.number) return 'is missing';
  if (event.before !== due.before) return 'does not follow the one before';
  if (linkOf(caseId, event) !== event.hash) return 'was changed';
  if (!wordsHold(event)) return 'its words were changed';
  return event.text && !textHolds(event.text, rows) ? 'what the reporter wrote was changed' : undefined;
}

/** Erased words leave nothing of themselves. */
function wordsHold(event: CaseEvent): boolean {
  if (!event.salt) return event.by === undefined && event.note === undefined;
  return saltedHash(wordsOf(event), event.salt) === event.wordsHash;
}

/** A row that retention took away holds; one that is there must be as it was. */
function textHolds({ row, hash }: Text, rows: readonly NamedRow[]): boolean {
  const found = rows.find((each) => each.row === row)?.value;
  if (!found || found.type === 'event' || found.type === 'erased') return true;
  const [words, salt] = found.type === 'case' ? [found.what, found.whatSalt] : [found.text, found.salt];
  return salt ? saltedHash(words, salt) === hash : words === '';
}

const wordsOf = ({ by, note }: Pick<CaseEvent, 'by' | 'note'>): string =>
  JSON.stringify([by?.id ?? '', by?.name ?? '', note ?? '']);

function linkOf(caseId: string, event: CaseEvent | Omit<CaseEvent, 'hash'>): string {
  const { before, number, what, at, wordsHash, text } = event;
  const parts = [before, caseId, number, what, at, wordsHash, text?.row ?? '', text?.hash ?? ''];
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
}
