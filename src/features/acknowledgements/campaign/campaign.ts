import { createHash } from 'node:crypto';
import { z } from 'zod';
import { countsSchema } from './counts';
import { outageSchema } from './outage';

/** A recipient partition holds at most this many rows: storage gives them in one answer, so a list costs one request. */
export const PART_LIMIT = 1_000;

export const aboutSchema = z.discriminatedUnion('kind', [
  /** Read the whole policy and confirm it. */
  z.object({ kind: z.literal('policy') }),
  /** Read what changed since an earlier version, and confirm the policy as it is now. */
  z.object({ kind: z.literal('change'), sinceVersion: z.number().int() }),
  /** Read one clause again: there is nothing to confirm. */
  z.object({ kind: z.literal('clause'), clauseId: z.string() }),
]);
/** What a request asks for. */
export type About = z.infer<typeof aboutSchema>;

/** @returns whether people are asked to confirm: a reminder of one clause is there to be read, and nothing follows. */
export function asksToConfirm({ about }: { readonly about: About }): boolean {
  return about.kind !== 'clause';
}

export const campaignSchema = z.object({
  kind: z.literal('campaign'),
  id: z.string(),
  managerId: z.string(),
  managerName: z.string(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  title: z.string(),
  words: z.string(),
  /** Asks everybody who has the bot; a second administrator approved it. */
  everyone: z.boolean().optional(),
  /** Where the people are kept whose e-mail addresses were pasted. */
  listId: z.string().optional(),
  /** The draft that people without Teams were added to. */
  paperOf: z.string().optional(),
  /** A calendar day in London. */
  due: z.string(),
  /** False: whoever sends it is left out of the audience. */
  senderIncluded: z.boolean(),
  /** Whether people are asked questions before they confirm; requests from before there were any have none. */
  check: z.boolean().default(false),
  /** Whoever joins one of the teams before the due date is asked too. */
  joinersIncluded: z.boolean().default(true),
  about: aboutSchema.default({ kind: 'policy' }),
  /** Reminders that come by themselves, in days before the due date; 0 is the day itself. */
  reminders: z.array(z.number().int().nonnegative()).default([]),
  /** Not before this moment (ISO); as soon as it was sent where there is none. */
  sendAt: z.string().optional(),
  /** Why it did not go when its moment came, in one sentence. */
  notSent: z.string().optional(),
  /** When the moment came, or somebody sent it earlier (ISO): from then on it is on its way. */
  wentAt: z.string().optional(),
  /** Sent by a manager to themselves to look at: nothing that is pressed on it is recorded. */
  trial: z.boolean().optional(),
  policyId: z.string(),
  versionNumber: z.number(),
  versionHash: z.string(),
  /** `preparing`: the recipient rows are being written. `sent`: nobody is pending any more. */
  state: z.enum(['preparing', 'sending', 'sent', 'cancelled']),
  createdAt: z.string(),
  /** Held back by its manager: nothing is sent until they resume it. */
  paused: z.boolean().optional(),
  /** While Teams does not answer the delivery waits, and goes on by itself. */
  outage: outageSchema.optional(),
  /** When "Retry failed" was pressed (ISO), until those who failed are pending again. */
  retryAskedAt: z.string().optional(),
  /** New whenever a roster or another request may have changed who is asked; gone when the delivery has looked. */
  lookAgain: z.string().optional(),
  /** Names of shared accounts in its teams, which are not asked. */
  notAsked: z.array(z.string()).optional(),
  /** How often its words were corrected, and when last (ISO). */
  revision: z.number().int().optional(),
  correctedAt: z.string().optional(),
  /** Every card that can be reached says what this correction says. */
  shownRevision: z.number().int().optional(),
  /** How often reminders were found to have gone out beside a correction: its cards are looked through once more. */
  lateReminders: z.number().int().optional(),
});
/** A request to a group of people to acknowledge a policy version. */
export type Campaign = z.infer<typeof campaignSchema>;

/** @returns whether it is to go at a time that has not come: nobody has a row yet. */
export function goesLater({ sendAt, wentAt, state }: Campaign): boolean {
  return sendAt !== undefined && wentAt === undefined && state === 'preparing';
}
/** What a manager can correct in a request that was sent. */
export type Words = Pick<Campaign, 'title' | 'words' | 'due'>;

export const saidSchema = z.object({
  kind: z.literal('said'),
  title: z.string(),
  words: z.string(),
  due: z.string(),
  /** When it was corrected (ISO), and by whom. */
  until: z.string(),
  byId: z.string(),
  byName: z.string(),
});
/** What a request said before a correction. */
export type Said = z.infer<typeof saidSchema>;

export const partSchema = z.object({
  kind: z.literal('part'),
  /** `team index-number`: part of the recipient rows' partition and of the cards' data. */
  id: z.string(),
  teamName: z.string(),
  counts: countsSchema,
  /** When the rows were last counted (ISO). */
  countedAt: z.string(),
});
/** Up to 1,000 recipients of one team, and how many of them stand where. */
export type Part = z.infer<typeof partSchema>;

export const statusPlaceSchema = z.object({
  kind: z.literal('statusPlace'),
  serviceUrl: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
  /** When the card was last brought up to date (ISO). */
  updatedAt: z.string(),
});
/** Where the manager's status card is. */
export type StatusPlace = z.infer<typeof statusPlaceSchema>;

/** A campaign with all that its status card shows. */
export interface CampaignView {
  readonly campaign: Campaign;
  readonly parts: readonly Part[];
  readonly statusPlace: StatusPlace | undefined;
}

/** One draft gives one campaign, however often Send is pressed. */
export function campaignIdOf(managerId: string, draftId: string): string {
  return createHash('sha256').update(`${managerId}\n${draftId}`).digest('hex').slice(0, 24);
}
