import { z } from 'zod';

/** Stands in every export: what the records are worth, and what not. */
export const WHAT_IT_SHOWS =
  'An acknowledgement shows that the policy was given and confirmed, and nothing more.';
/** What a file of records begins with; another layout gets another name. */
export const FORMAT = 'acknowledgements-1';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().nonnegative();

export const headerSchema = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(FORMAT),
  shows: z.literal(WHAT_IT_SHOWS),
  madeFor: z.string(),
  made: z.string(),
});
/** The first line of a file of records. */
export type Header = z.infer<typeof headerSchema>;

export const lineSchema = z.strictObject({
  number: whole,
  hash: hex,
  link: hex,
  record: z.record(z.string(), z.unknown()).optional(),
  salt: hex.optional(),
});
/** A record of the chain. Without `record` it is somebody else's, or erased: hash and link alone. */
export type Line = z.infer<typeof lineSchema>;

const signed = { made: z.string(), keyId: z.string(), signature: z.string() };

export const footerSchema = z.strictObject({
  kind: z.literal('footer'),
  count: whole,
  /** The link of the last record. */
  head: hex,
  /** Which records are shown, a bit for each, in base64. */
  shown: z.base64(),
  /** The hash of the header's line. */
  header: hex,
  ...signed,
});
/** The last line of a file of records. */
export type Footer = z.infer<typeof footerSchema>;

export const dailyHeadSchema = z.strictObject({
  kind: z.literal('head'),
  /** A calendar day in London. */
  day: z.string(),
  count: whole,
  head: hex,
  ...signed,
});
/** Where the chain ended on a day. */
export type DailyHead = z.infer<typeof dailyHeadSchema>;

/** What is signed: everything but the signature, as it stands in the line. */
export function signedText({ signature: _, ...rest }: Footer | DailyHead): string {
  return JSON.stringify(rest);
}

/** A set of record numbers, a bit for each. */
export class ShownRecords {
  private readonly bits: Uint8Array;

  /** @param count of the chain, or the bits as they were written */
  constructor(count: number | string) {
    this.bits =
      typeof count === 'string' ? Buffer.from(count, 'base64') : new Uint8Array(Math.ceil(count / 8));
  }

  add(number: number): void {
    const at = (number - 1) >> 3;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << ((number - 1) & 7));
  }

  has(number: number): boolean {
    return (((this.bits[(number - 1) >> 3] ?? 0) >> ((number - 1) & 7)) & 1) === 1;
  }

  toString(): string {
    return Buffer.from(this.bits).toString('base64');
  }
}
