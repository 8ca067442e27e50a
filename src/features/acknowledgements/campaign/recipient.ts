import { z } from 'zod';
import type { Refused } from '../../../bot/outcomes';
import { nextTryAfter, triesAreUsedUp } from './backOff';
import { cardSaysSchema, checkPassedSchema, needSchema, paperSchema } from './beside';
import { claimSchema } from './claims';

/** Where a delivery stands. Intended is the sum of these at every moment: each recipient has exactly one. */
export const deliverySchema = z.enum([
  'pending',
  'delivered',
  'blocked',
  'notInstalled',
  'left',
  'failed',
  'onPaper',
  'covered',
  'cancelled',
]);
export type Delivery = z.infer<typeof deliverySchema>;

/** One person of one campaign: exists before anything is sent. */
export const recipientSchema = z.object({
  kind: z.literal('recipient'),
  personId: z.string(),
  teamsId: z.string(),
  name: z.string(),
  serviceUrl: z.string(),
  delivery: deliverySchema,
  /** Tries that Teams did not take; counted so that they become rarer and end. */
  attempts: z.number().int(),
  /** Not before this moment (ISO), while pending after a failed try. */
  nextTryAt: z.string().optional(),
  /** What the last try was refused with, and Teams' own code for it. */
  refusal: z.string().optional(),
  code: z.string().optional(),
  conversationId: z.string().optional(),
  activityId: z.string().optional(),
  deliveredAt: z.string().optional(),
  acknowledgedAt: z.string().optional(),
  receipt: z.string().optional(),
  checkPassed: checkPassedSchema.optional(),
  needs: z.array(needSchema).optional(),
  paper: paperSchema.optional(),
  /** While covered: where the card lies that the person has of another request for the same policy version. */
  coveredBy: claimSchema.optional(),
  /** Rows of other requests for which this one's card counts. */
  alsoIn: z.array(claimSchema).optional(),
  /** When they were seen to be in no team any more by which the request reached them (ISO). */
  leftTeamAt: z.string().optional(),
  /** The day on which they are back (London), while they are away: nothing is sent, and they are counted apart. */
  awayUntil: z.string().optional(),
  /** Their own due date, later than the request's: they were away. */
  ownDue: z.string().optional(),
  /** When their account was listed as shared, so that it is not asked any more (ISO). */
  sharedAt: z.string().optional(),
  /** When their card was changed to say that the request was withdrawn, or could not be (ISO). */
  recalledAt: z.string().optional(),
  /** What their card says, where it is not what the request said at first. */
  cardSays: cardSaysSchema.optional(),
  /** Reminders so far, and when the last one was decided on (ISO). */
  reminders: z.number().int().optional(),
  remindedAt: z.string().optional(),
  /** What `remindedAt` was before that decision, should it come to nothing. */
  remindedBefore: z.string().optional(),
  /** The work that has yet to send that reminder, by its key. */
  reminderFrom: z.string().optional(),
  /** What the last reminder was refused with. */
  reminderRefusal: z.string().optional(),
  /** Activities of the reminders that they have. */
  reminderIds: z.array(z.string()).optional(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** What one try came to: delivered in a chat, or refused with a name. */
export type TryResult =
  | { readonly outcome: 'sent'; readonly activityId: string; readonly conversationId: string }
  | Refused;

/**
 * The recipient after a try. Only a pending one changes: whoever pressed the card in the meantime is ahead of us.
 * @param now when the try ended
 */
export function afterTry(recipient: Recipient, result: TryResult, now: Date): Recipient {
  if (recipient.delivery !== 'pending') return { ...recipient, ...addressOf(result, recipient) };
  if (result.outcome === 'sent') {
    return {
      ...recipient,
      ...addressOf(result, recipient),
      delivery: 'delivered',
      deliveredAt: now.toISOString(),
    };
  }
  const next = stateAfterRefusal(recipient, result);
  const attempts = recipient.attempts + 1;
  const tried = { ...recipient, delivery: next, attempts, refusal: result.outcome, code: result.code };
  if (next !== 'pending') return tried;
  const nextTry = new Date(now.getTime() + nextTryAfter(attempts, recipient.personId));
  return { ...tried, nextTryAt: nextTry.toISOString() };
}

function addressOf(result: TryResult, known: Recipient): Partial<Recipient> {
  if (result.outcome !== 'sent' || known.activityId) return {};
  return { conversationId: result.conversationId, activityId: result.activityId };
}

function stateAfterRefusal(recipient: Recipient, { outcome }: Refused): Delivery {
  switch (outcome) {
    case 'blocked':
      return 'blocked';
    case 'notInstalled':
      return 'notInstalled';
    case 'personGone':
      return 'left';
    case 'conversationGone':
      // About one in a hundred of these answers is untrue (Microsoft Learn), so one more try, later.
      return recipient.refusal === outcome ? 'left' : 'pending';
    case 'unavailable':
      return triesAreUsedUp(recipient.attempts + 1) ? 'failed' : 'pending';
    case 'forbidden':
    case 'messageGone':
    case 'tooLarge':
    case 'rejected':
      return 'failed';
  }
}

/** States that a press does not change: somebody decided them. */
const DECIDED: ReadonlySet<Delivery> = new Set<Delivery>(['onPaper', 'covered', 'cancelled']);

/** The recipient after their press: whoever presses the card has it, whatever the try was thought to be. */
export function afterAcknowledgement(
  recipient: Recipient,
  press: { readonly at: string; readonly receipt: string; readonly activityId: string | undefined },
): Recipient {
  const decided = DECIDED.has(recipient.delivery) && !recipient.paper?.disputedAt;
  if (recipient.acknowledgedAt || decided) return recipient;
  return {
    ...recipient,
    delivery: 'delivered',
    activityId: recipient.activityId ?? press.activityId,
    deliveredAt: recipient.deliveredAt ?? press.at,
    acknowledgedAt: press.at,
    receipt: press.receipt,
  };
}

/** @returns whether it is this recipient's turn to be sent the card. */
export function isDue(recipient: Recipient, now: Date): boolean {
  const { delivery, nextTryAt, awayUntil } = recipient;
  return delivery === 'pending' && !awayUntil && (!nextTryAt || nextTryAt <= now.toISOString());
}
