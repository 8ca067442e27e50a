import { z } from 'zod';
import { dayOf, daysAfter, hourOn, weekdayOf } from '../dates';

/** When somebody reads messages best, in the words of shift work. */
export const partOfDaySchema = z.enum(['mornings', 'afternoons', 'evenings', 'nights']);
export type PartOfDay = z.infer<typeof partOfDaySchema>;

/** Hours of London. A night shift begins around nine: before its first round there is time to read. */
const HOURS: Readonly<Record<PartOfDay, number>> = { mornings: 9, afternoons: 14, evenings: 18, nights: 21 };
/** Until anybody has said anything. */
const USUAL_HOUR = 10;
/** A reminder that is later than this (the product was stopped) waits for the person's next time. */
const LATEST_HOURS = 3;
const DAYS_IN_A_WEEK = 7;
const HOUR_MS = 60 * 60_000;

/** The time that suits somebody: the part of the day, and the days of the week (1 is Monday) that they work. */
export interface Pattern {
  readonly part?: PartOfDay | undefined;
  /** All of them where there are none. */
  readonly days?: readonly number[] | undefined;
}

/** The hour of London at which somebody is reminded. */
export function hourFor({ part }: Pattern): number {
  return part ? HOURS[part] : USUAL_HOUR;
}

/**
 * The moment at which a reminder of this day is sent: at the person's time on it, or on the nearest day of theirs
 * before it. Never after it, so that nobody is reminded of what is over.
 */
export function reminderMoment(day: string, pattern: Pattern): Date {
  for (let back = 0; back < DAYS_IN_A_WEEK; back++) {
    const earlier = daysAfter(day, -back);
    if (isOneOf(earlier, pattern)) return hourOn(earlier, hourFor(pattern));
  }
  return hourOn(day, hourFor(pattern));
}

/** @returns whether somebody may be reminded now: it is one of their days, and not long after their hour. */
export function isTheirTime(now: Date, pattern: Pattern): boolean {
  const today = dayOf(now);
  const late = now.getTime() - hourOn(today, hourFor(pattern)).getTime();
  return isOneOf(today, pattern) && late >= 0 && late < LATEST_HOURS * HOUR_MS;
}

/** @returns whether something that was decided on at that time is too late to be sent now. */
export function isTooLate(decidedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(decidedAt) >= LATEST_HOURS * HOUR_MS;
}

function isOneOf(day: string, { days = [] }: Pattern): boolean {
  return days.length === 0 || days.includes(weekdayOf(day));
}
