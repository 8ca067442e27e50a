import type { Recipient } from '../campaign/recipient';
import { MOST_REMINDERS } from '../campaign/reminded';
import { dayOf, daysAfter } from '../dates';
import type { Pattern } from './moment';
import { isTheirTime, reminderMoment } from './moment';

/** Earlier than this nobody remembers the reminder when the day comes. */
const MOST_DAYS_BEFORE = 60;

const TOO_MANY = `There can be at most ${MOST_REMINDERS} reminders. After that, please talk to the person.`;
const TOO_OFTEN =
  'Reminders can come once a day at most. Please give each one as a whole number of days before the date to confirm by.';
const TOO_EARLY = `A reminder can come at most ${MOST_DAYS_BEFORE} days before the date to confirm by.`;

/**
 * What is wrong with a schedule of reminders, in one sentence; undefined where nothing is.
 * @param daysBefore days before the due date, as they were asked for: parts of a day would be several on one day
 */
export function problemWithReminders(daysBefore: readonly number[]): string | undefined {
  const whole = daysBefore.every((days) => Number.isInteger(days) && days >= 0);
  if (!whole || new Set(daysBefore).size < daysBefore.length) return TOO_OFTEN;
  if (daysBefore.length > MOST_REMINDERS) return TOO_MANY;
  return daysBefore.some((days) => days > MOST_DAYS_BEFORE) ? TOO_EARLY : undefined;
}

/** What a request says about its reminders. */
export interface Schedule {
  /** A calendar day in London. */
  readonly due: string;
  readonly reminders: readonly number[];
}

/**
 * @returns whether the schedule reminds this person now. Of several that were missed it is the last one that counts,
 * so that they never come in a heap; who was reminded on its day or later, by whatever way, or got the request after
 * it, is not owed it; and nothing comes after the due date.
 */
export function isRemindedNow(
  row: Recipient,
  { due, reminders }: Schedule,
  pattern: Pattern,
  now: Date,
): boolean {
  if (dayOf(now) > due || !isTheirTime(now, pattern)) return false;
  const moments = reminders.map((days) => reminderMoment(daysAfter(due, -days), pattern).getTime());
  const last = Math.max(...moments.filter((moment) => moment <= now.getTime()));
  if (!Number.isFinite(last) || !row.deliveredAt || Date.parse(row.deliveredAt) >= last) return false;
  return !row.remindedAt || dayOf(new Date(row.remindedAt)) < dayOf(new Date(last));
}

/** @returns whether the schedule can remind anybody today: so much is known without looking at anybody. */
export function mayRemindToday({ due, reminders }: Schedule, today: string): boolean {
  if (reminders.length === 0 || today > due) return false;
  // Somebody who works one day a week is reminded on the one before: up to six days earlier.
  return today >= daysAfter(due, -Math.max(...reminders) - 6);
}
