import { z } from 'zod';
import { secondWordFields } from '../../../bot/secondWord/secondWord';

const channelSchema = z.object({
  teamId: z.string(),
  teamName: z.string(),
  channelId: z.string(),
  channelName: z.string(),
});
const personSchema = z.object({ id: z.string(), name: z.string() });

const changeSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('channel'),
    /** None: one was set before, and none is now. */
    from: channelSchema.optional(),
    /** None: reports go nowhere. */
    to: channelSchema.optional(),
  }),
  z.object({
    what: z.literal('lead'),
    from: personSchema,
    to: personSchema.extend({ teamsId: z.string() }),
  }),
]);
/** What one administrator alone may not change: it decides who can come to see every report. */
export type Change = z.infer<typeof changeSchema>;
export type ChannelChange = Extract<Change, { what: 'channel' }>;
export type LeadChange = Extract<Change, { what: 'lead' }>;

export const requestSchema = z.object({
  id: z.string(),
  change: changeSchema,
  askedBy: personSchema,
  /** ISO time, as are the others. */
  askedAt: z.string(),
  ...secondWordFields,
  decidedAt: z.string().optional(),
  /** No other administrator could be written to. */
  unreached: z.boolean().optional(),
  /** `outdated`: it was approved, and by then things were no longer as they were asked to be changed. */
  outcome: z.enum(['changed', 'outdated']).optional(),
  oldChannel: z.enum(['told', 'notTold', 'notNeeded']).optional(),
});
/** A change that waits for a second administrator's word, or had it: who asked, who decided, and when. */
export type SetupRequest = z.infer<typeof requestSchema>;

/** An answer may take so long, as a second handler's may. */
const HOLDS_MS = 24 * 60 * 60_000;

export function lapsesAt({ askedAt }: Pick<SetupRequest, 'askedAt'>): Date {
  return new Date(new Date(askedAt).getTime() + HOLDS_MS);
}

/** Whether somebody can still decide it. */
export function isOpen(request: SetupRequest, now: Date): boolean {
  return request.state === 'asked' && !request.unreached && now < lapsesAt(request);
}

export function isSame(one: Change, other: Change): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(change: Change): string {
  if (change.what === 'lead') return `lead ${change.from.id} ${change.to.id}`;
  return `channel ${change.from?.channelId ?? ''} ${change.to?.channelId ?? ''}`;
}
