import { daysAfter } from '../dates';
import { isSignedOnPaper } from './onPaper';
import type { Recipient } from './recipient';

/** Whoever was away has as long as everybody had at least (issue 4). */
const DAYS_AFTER_RETURN = 14;
const WAITING: readonly string[] = ['pending', 'delivered', 'covered', 'onPaper'];

/** @returns whether this recipient may still confirm, away or not. */
export function isWaiting(recipient: Recipient): boolean {
  return !recipient.acknowledgedAt && !isSignedOnPaper(recipient) && WAITING.includes(recipient.delivery);
}

/** @returns whether this recipient is counted apart: nothing is sent to them, and they are not overdue. */
export function isAway(recipient: Recipient): boolean {
  return recipient.awayUntil !== undefined && isWaiting(recipient);
}

/** The recipient's own due date. */
export function dueOf({ ownDue }: Recipient, { due }: { readonly due: string }): string {
  return ownDue && ownDue > due ? ownDue : due;
}

/** The request as it is for this recipient: with their own due date. */
export function withOwnDue<R extends { readonly due: string }>(request: R, recipient: Recipient): R {
  return { ...request, due: dueOf(recipient, request) };
}

/** @returns whether this recipient should have confirmed before today. */
export function isOverdue(recipient: Recipient, request: { readonly due: string }, today: string): boolean {
  return isWaiting(recipient) && !isAway(recipient) && dueOf(recipient, request) < today;
}

/** The recipient after it was said that they are away until that day. Who confirmed is left alone. */
export function afterAway(recipient: Recipient, until: string): Recipient {
  if (!isWaiting(recipient) || recipient.awayUntil === until) return recipient;
  return { ...recipient, awayUntil: until, nextTryAt: undefined };
}

/** The recipient after they came back: with a new due date, where the request's own is too near. */
export function afterComingBack(recipient: Recipient, due: string, backOn: string): Recipient {
  if (recipient.awayUntil === undefined) return recipient;
  const own = daysAfter(backOn, DAYS_AFTER_RETURN);
  return { ...recipient, awayUntil: undefined, ownDue: own > due ? own : recipient.ownDue };
}
