import { nextTryAfter, triesAreUsedUp } from './backOff';
import type { Campaign } from './campaign';
import { isSignedOnPaper } from './onPaper';
import { cardsOf } from './recalled';
import type { Recipient } from './recipient';

/** @returns whether what is being sent may go on with the words it has: not once paused, withdrawn or corrected. */
export function goesOn({ revision }: Campaign, now: Campaign | undefined): boolean {
  return now !== undefined && now.state !== 'cancelled' && !now.paused && now.revision === revision;
}

/** @returns whether cards of this person have yet to say what this correction says. */
export function isBehind(recipient: Recipient, revision: number): boolean {
  if (recipient.acknowledgedAt || recipient.delivery === 'cancelled' || isSignedOnPaper(recipient))
    return false;
  return cardsOf(recipient).length > 0 && shownTo(recipient) < revision;
}

/** The recipient after a try to correct their cards. What cannot be reached at all is left: a press shows the words. */
export function afterCorrection(
  recipient: Recipient,
  revision: number,
  outcome: 'over' | 'unavailable',
  now: Date,
): Recipient {
  if (!isBehind(recipient, revision)) return recipient;
  const attempts = (recipient.cardSays?.attempts ?? 0) + 1;
  if (outcome === 'over' || triesAreUsedUp(attempts)) {
    return { ...recipient, cardSays: { revision, attempts: 0 } };
  }
  const nextTry = new Date(now.getTime() + nextTryAfter(attempts, recipient.personId));
  const cardSays = { revision: shownTo(recipient), attempts, nextTryAt: nextTry.toISOString() };
  return { ...recipient, cardSays };
}

/** The recipient after a try to send, with the correction whose words the card carries. */
export function saying(before: Recipient, after: Recipient, revision: number): Recipient {
  if (revision === 0 || before.activityId === after.activityId) return after;
  return { ...after, cardSays: { revision, attempts: 0 } };
}

function shownTo({ cardSays }: Recipient): number {
  return cardSays?.revision ?? 0;
}
