import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { aboutSchema } from '../campaign/campaign';
import { dayOf } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import { usualWords } from './usualWords';

/** Two weeks: every shift pattern has paid time in them. */
const DAYS_TO_CONFIRM = 14;

/** Days before the due date: time to find a quiet hour, the last day, and the day itself. */
const USUAL_REMINDERS: readonly number[] = [7, 1, 0];

export const draftSchema = z.object({
  id: z.string(),
  managerId: z.string(),
  teamIds: z.array(z.string()),
  title: z.string(),
  words: z.string(),
  /** A calendar day in London. */
  due: z.string(),
  senderIncluded: z.boolean(),
  /** Whether people are asked questions before they confirm. */
  check: z.boolean().default(true),
  joinersIncluded: z.boolean().default(true),
  about: aboutSchema.default({ kind: 'policy' }),
  /** As in the campaign. */
  reminders: z.array(z.number().int().nonnegative()).default([]),
  sendAt: z.string().optional(),
  /** To everybody who has the bot: administrators only. */
  everyone: z.boolean().default(false),
  /** People whose e-mail addresses were pasted: where they are kept, and how many. */
  list: z.object({ id: z.string(), people: z.number().int() }).optional(),
  /** How many people without Teams are to be asked on paper. */
  onPaper: z.number().int().default(0),
  /** Grows with every change of the list, which has a window of its own: the form that is open stays good. */
  listRevision: z.number().int().default(0),
  /** Grows with every change: Send names the one that was previewed. */
  revision: z.number().int(),
  /** What Send made of it; from then on the draft does not change. */
  campaignId: z.string().optional(),
});
/** A request that nobody has been sent yet. */
export type Draft = z.infer<typeof draftSchema>;

/** What the compose card asks for. */
export type DraftInput = Pick<
  Draft,
  | 'teamIds'
  | 'title'
  | 'words'
  | 'due'
  | 'senderIncluded'
  | 'joinersIncluded'
  | 'check'
  | 'about'
  | 'reminders'
  | 'sendAt'
  | 'everyone'
>;

/** The same activity always opens the same draft. */
export function draftIdOf(activityId: string): string {
  return createHash('sha256').update(activityId).digest('hex').slice(0, 24);
}

export function newDraft(
  who: { readonly managerId: string; readonly activityId: string },
  policy: PolicyToConfirm,
  teamIds: readonly string[],
  now: Date,
): Draft {
  return {
    id: draftIdOf(who.activityId),
    managerId: who.managerId,
    teamIds: [...teamIds],
    ...usualWords(policy, { kind: 'policy' }),
    due: dayOf(now, DAYS_TO_CONFIRM),
    senderIncluded: true,
    check: true,
    joinersIncluded: true,
    about: { kind: 'policy' },
    reminders: [...USUAL_REMINDERS],
    everyone: false,
    onPaper: 0,
    listRevision: 0,
    revision: 0,
  };
}

/** @returns whether the draft says all that was typed. */
export function holds(draft: Draft, input: DraftInput): boolean {
  return (Object.keys(input) as (keyof DraftInput)[]).every((key) =>
    isDeepStrictEqual(draft[key], input[key]),
  );
}
