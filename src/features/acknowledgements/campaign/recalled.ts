import { nextTryAfter, triesAreUsedUp } from './backOff';
import type { Delivery, Recipient } from './recipient';

/** What is recorded stays recorded: who left, and who is on paper. */
const STAYS: ReadonlySet<Delivery> = new Set<Delivery>(['left', 'onPaper', 'cancelled']);

/** The recipient after their request was withdrawn; whoever confirmed keeps it. */
export function afterWithdrawal(recipient: Recipient): Recipient {
  if (recipient.acknowledgedAt || STAYS.has(recipient.delivery)) return recipient;
  return { ...recipient, delivery: 'cancelled', attempts: 0, nextTryAt: undefined };
}

/** Activities that still ask this person: the request and its reminders. */
export function cardsOf({ activityId, reminderIds }: Recipient): string[] {
  return [...(activityId ? [activityId] : []), ...(reminderIds ?? [])];
}

/** @returns whether a card of this person has yet to say that the request was withdrawn. */
export function isToRecall(recipient: Recipient): boolean {
  return recipient.delivery === 'cancelled' && !recipient.recalledAt && cardsOf(recipient).length > 0;
}

/** The recipient after a try to change their card. What cannot be reached at all is left: a press says the same. */
export function afterRecall(recipient: Recipient, outcome: 'over' | 'unavailable', now: Date): Recipient {
  if (!isToRecall(recipient)) return recipient;
  const attempts = recipient.attempts + 1;
  if (outcome === 'over' || triesAreUsedUp(attempts)) {
    return { ...recipient, attempts, nextTryAt: undefined, recalledAt: now.toISOString() };
  }
  const nextTry = new Date(now.getTime() + nextTryAfter(attempts, recipient.personId));
  return { ...recipient, attempts, nextTryAt: nextTry.toISOString() };
}

/** The recipient who confirmed while the request was being withdrawn: their confirmation counts. */
export function afterLateConfirmation(
  recipient: Recipient,
  record: { readonly at: string; readonly receipt: string },
): Recipient {
  if (recipient.delivery !== 'cancelled') return recipient;
  return { ...recipient, delivery: 'delivered', acknowledgedAt: record.at, receipt: record.receipt };
}
