import { z } from 'zod';

/** What has to be settled before a case about an adult at risk or a child is closed. */
export const LINES = ['referral', 'police', 'trust', 'regulator', 'barring'] as const;
export type LineId = (typeof LINES)[number];

const whoSchema = z.object({ id: z.string(), name: z.string() });

const lineSchema = z.object({
  answer: z.enum(['done', 'notNeeded']),
  /** YYYY-MM-DD, of what is done. */
  on: z.iso.date().optional(),
  /** Of what is not needed. */
  why: z.string().optional(),
  by: whoSchema,
});
export type Line = z.infer<typeof lineSchema>;

const breachSchema = z.object({
  breach: z.enum(['yes', 'no']),
  /** Whether the Information Commissioner was told. */
  told: z.enum(['yes', 'no']),
  why: z.string(),
  by: whoSchema,
});
export type Breach = z.infer<typeof breachSchema>;

/** Whom the council names to be told of some reports at once. */
export const contactListSchema = z.enum(['safeguarding', 'dataProtection']);
export type ContactList = z.infer<typeof contactListSchema>;

/** What safeguarding and data protection add to a case. */
export const safeguardingFields = {
  safeguarding: z.partialRecord(z.enum(LINES), lineSchema).optional(),
  breach: breachSchema.optional(),
  /** Who of the named contacts was told at once. */
  contactsTold: z.array(z.object({ list: contactListSchema, id: z.string() })).optional(),
};

export const SAFEGUARDING_EVENTS = [
  'safeguardingRecorded',
  'breachRecorded',
  'contactTold',
  'contactOpened',
] as const;

export const SAFEGUARDING_EVENT_WORDS: Readonly<Record<(typeof SAFEGUARDING_EVENTS)[number], string>> = {
  safeguardingRecorded: 'Safeguarding was recorded',
  breachRecorded: 'Data protection was recorded',
  contactTold: 'Was told at once',
  contactOpened: 'Opened as a named contact',
};
