import { z } from 'zod';
import { involvedFields } from './involved';

/** What a concern is about, in the policy's terms. */
export const KINDS = [
  'bullying',
  'picture',
  'confidential',
  'comments',
  'contact',
  'sexual',
  'pretending',
  'ownData',
  'socialMedia',
  'other',
] as const;
export const AFFECTED = ['me', 'ownJob', 'serviceUser', 'colleague', 'service', 'somebodyElse'] as const;

export const kindSchema = z.enum(KINDS);
export const affectedSchema = z.enum(AFFECTED);
export const dangerSchema = z.enum(['yes', 'no']);
export const nameSchema = z.enum(['kept', 'shown']);

export type Kind = z.infer<typeof kindSchema>;
export type Affected = z.infer<typeof affectedSchema>;
export type Danger = z.infer<typeof dangerSchema>;
/** Whether the complaints team sees the reporter's name. */
export type NameChoice = z.infer<typeof nameSchema>;

/** How much may be written at once, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000;

export const answersSchema = z.object({
  danger: dangerSchema.optional(),
  kind: kindSchema.optional(),
  affected: affectedSchema.optional(),
  what: z.string().max(LONGEST_TEXT).optional(),
  name: nameSchema.optional(),
  ...involvedFields,
});

/** The answers of a report so far; one property each, so that each can be changed alone. */
export type Answers = z.infer<typeof answersSchema>;

export const draftSchema = answersSchema.extend({
  /** Random; no trace of it stays once the report is sent. */
  id: z.string().min(1),
  /** Goes up with every change; a card knows the one that it was drawn from. */
  revision: z.int().nonnegative(),
  /** The person read the emergency card and chose to go on. */
  wentOn: z.boolean().optional(),
  /** They were shown whom to ask about their own job, and chose to report it here all the same. */
  hrSeen: z.boolean().optional(),
  /** What happened holds a name, a number or a date that may be somebody's, and they were not yet asked about it. */
  personal: z.boolean().optional(),
  /** The card that the person went back to. */
  changing: z.enum(['danger', 'about']).optional(),
  /** They were asked whether the draft shall be deleted. */
  cancelAsked: z.boolean().optional(),
  /** The activity whose answer brought the emergency card: once in a report, and again only when that activity repeats. */
  emergencyAt: z.string().optional(),
  /** ISO time of the last change: 14 days after it the draft is deleted. */
  touchedAt: z.string().optional(),
  /** ISO time at which to remind of it, once. */
  remindAt: z.string().optional(),
  reminded: z.boolean().optional(),
  /** The activities that changed the draft last, the newest at the end, so that the repeat of one changes nothing. */
  changedBy: z.array(z.string()).optional(),
});

/** A report that nobody but its reporter has seen. */
export type Draft = z.infer<typeof draftSchema>;
