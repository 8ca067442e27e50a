/** What one property of a row may hold. Plain values are columns; objects and arrays are kept as JSON text. */
export type Columns = Record<string, string | number | boolean>;
/** Azure Tables takes 32,768 UTF-16 characters in a property. */
const LONGEST_TEXT = 32_000;
const JSON_SUFFIX = '_json';

/** A value too long for a column: a feature must refuse it before it comes here. */
export class ValueTooLong extends Error {}

/** Turns a record into columns, one for each property; undefined is left out. */
export function toColumns(value: object): Columns {
  const columns: Columns = {};
  for (const [key, held] of Object.entries(value) as [string, unknown][]) {
    if (held === undefined) continue;
    if (typeof held === 'number' || typeof held === 'boolean') columns[key] = held;
    else if (typeof held === 'string') columns[key] = within(key, held);
    else columns[key + JSON_SUFFIX] = within(key, JSON.stringify(held));
  }
  return columns;
}

/** The reverse of `toColumns`; system columns are left out. */
export function fromColumns(entity: Record<string, unknown>): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, held] of Object.entries(entity)) {
    if (SYSTEM.has(key) || key.startsWith('odata.')) continue;
    if (key.endsWith(JSON_SUFFIX))
      value[key.slice(0, -JSON_SUFFIX.length)] = JSON.parse(String(held)) as unknown;
    else value[key] = held;
  }
  return value;
}

const SYSTEM = new Set(['partitionKey', 'rowKey', 'etag', 'timestamp', 'writeId']);

function within(key: string, text: string): string {
  if (text.length > LONGEST_TEXT)
    throw new ValueTooLong(`${key} has ${text.length} characters; ${LONGEST_TEXT} fit.`);
  return text;
}
