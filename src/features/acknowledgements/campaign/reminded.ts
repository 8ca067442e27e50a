import type { Refusal } from '../../../bot/outcomes';
import { dayOf } from '../dates';
import type { Campaign } from './campaign';
import type { Recipient } from './recipient';

/** After these the manager is asked to talk to the person (issue 4). */
export const MOST_REMINDERS = 3;

/** @returns whether a request has something to send by itself: itself, or reminders. */
export function sendsStill({ state, reminders }: Campaign): boolean {
  return state === 'preparing' || state === 'sending' || (state === 'sent' && reminders.length > 0);
}

/** Whether somebody may be reminded now, or why not. */
export type MayRemind = 'yes' | 'confirmed' | 'noCard' | 'left' | 'away' | 'today' | 'enough';

/** @param askedAt when the reminder was asked for: one a day in London, so that pressing twice sends one. */
export function mayRemind(recipient: Recipient, askedAt: Date): MayRemind {
  if (recipient.acknowledgedAt) return 'confirmed';
  if (recipient.delivery === 'left') return 'left';
  if (recipient.delivery !== 'delivered') return 'noCard';
  if (recipient.awayUntil) return 'away';
  if (had(recipient) >= MOST_REMINDERS) return 'enough';
  const { remindedAt } = recipient;
  return remindedAt && dayOf(new Date(remindedAt)) >= dayOf(askedAt) ? 'today' : 'yes';
}

/** @returns whether there is nothing left but talking to this person. */
export function hadAllReminders(recipient: Recipient): boolean {
  const { acknowledgedAt, delivery, awayUntil } = recipient;
  if (acknowledgedAt || delivery !== 'delivered' || awayUntil) return false;
  return had(recipient) >= MOST_REMINDERS;
}

/** Reminders that were sent: one that was decided on may still be stopped, as by a pause. */
const had = ({ reminders = 0, reminderFrom }: Recipient): number => reminders - (reminderFrom ? 1 : 0);

/** The recipient after it was decided to remind them: counted before it is sent, so that two never send at once. */
export function afterDecision(
  recipient: Recipient,
  by: { readonly key: string; readonly askedAt: Date },
  now: Date,
): Recipient {
  if (mayRemind(recipient, by.askedAt) !== 'yes') return recipient;
  // One that was decided before and never sent is this one now.
  const reminders = (recipient.reminders ?? 0) + (recipient.reminderFrom ? 0 : 1);
  const remindedBefore = recipient.remindedAt;
  const decided = { reminders, remindedAt: now.toISOString(), remindedBefore, reminderFrom: by.key };
  return { ...recipient, ...decided, reminderRefusal: undefined };
}

/** @returns whether this work has yet to send the reminder. */
export function isToRemind(recipient: Recipient, key: string): boolean {
  const { reminderFrom, delivery, acknowledgedAt, awayUntil } = recipient;
  return reminderFrom === key && delivery === 'delivered' && !acknowledgedAt && !awayUntil;
}

/**
 * The recipient after the reminder was sent.
 * @param revision the correction whose words it carries: an older one than the cards have is to be corrected too
 */
export function afterReminder(
  recipient: Recipient,
  key: string,
  activityId: string,
  revision: number,
): Recipient {
  if (recipient.reminderFrom !== key) return recipient;
  const reminderIds = [...(recipient.reminderIds ?? []), activityId];
  const reminded = { ...recipient, reminderFrom: undefined, reminderIds };
  const isOlder = revision < (recipient.cardSays?.revision ?? 0);
  return isOlder ? { ...reminded, cardSays: { revision, attempts: 0 } } : reminded;
}

/** The recipient after Teams refused the reminder: it does not count. */
export function afterRefusedReminder(recipient: Recipient, key: string, refusal: Refusal): Recipient {
  if (recipient.reminderFrom !== key) return recipient;
  const reminders = Math.max(0, (recipient.reminders ?? 0) - 1);
  const refused = { ...recipient, reminderFrom: undefined, reminders, reminderRefusal: refusal };
  return refusal === 'personGone' ? { ...refused, delivery: 'left' } : refused;
}

/** The recipient after it was decided otherwise before anything was sent: as if nothing had been decided. */
export function afterNoReminder(recipient: Recipient, key: string): Recipient {
  if (recipient.reminderFrom !== key) return recipient;
  const { remindedBefore, reminders = 0 } = recipient;
  const before = { remindedAt: remindedBefore, remindedBefore: undefined, reminderFrom: undefined };
  return { ...recipient, ...before, reminders: Math.max(0, reminders - 1) };
}
