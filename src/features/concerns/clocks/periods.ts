import { DateTime } from 'luxon';
import { z } from 'zod';
import { ZONE, dayInWords, dayOf, workingDaysAfter, workingDaysBefore } from './workingDays';

const amount = z.int().positive().max(1_000);

/** How long: clock hours by day and night, calendar days, working days, or months. */
export const periodSchema = z.union([
  z.strictObject({ hours: amount }),
  z.strictObject({ days: amount }),
  z.strictObject({ workingDays: amount }),
  z.strictObject({ months: amount }),
]);
export type Period = z.infer<typeof periodSchema>;

/** The end of a clock. */
export interface Due {
  /** From this moment on it is late. */
  readonly at: Date;
  /** The last day, YYYY-MM-DD, where it is counted in days: all of that day is still in time. */
  readonly day?: string;
}

const HOUR_MS = 3_600_000;
/** When people are told of what is counted in days. */
const MORNING_HOUR = 9;

/** The end of a period that starts at this moment; a day on which something starts is not counted. */
export function endOf(start: Date, period: Period): Due {
  if ('hours' in period) return { at: new Date(start.getTime() + period.hours * HOUR_MS) };
  const day = dayOf(start);
  if ('workingDays' in period) return onDay(workingDaysAfter(day, period.workingDays));
  return onDay(DateTime.fromISO(day, { zone: 'utc' }).plus(period).toFormat('yyyy-MM-dd'));
}

/** Late from the first moment of the next day in England. @param day YYYY-MM-DD */
export function onDay(day: string): Due {
  return { at: DateTime.fromISO(day, { zone: ZONE }).plus({ days: 1 }).toJSDate(), day };
}

/** When somebody is reminded: hours before, or in the morning of a day that lies so far before the last one. */
export function reminderAt({ at, day }: Due, before: Period): Date {
  if ('hours' in before) return new Date(at.getTime() - before.hours * HOUR_MS);
  const last = day ?? dayOf(at);
  if ('workingDays' in before) return morningOf(workingDaysBefore(last, before.workingDays));
  return morningOf(DateTime.fromISO(last, { zone: 'utc' }).minus(before).toFormat('yyyy-MM-dd'));
}

/** When it is said that a clock ran out: at once where hours count, else in the morning after. */
export function alarmAt({ at, day }: Due): Date {
  return day ? morningOf(dayOf(at)) : at;
}

/** Hours to the minute; days to the day. */
export function dueInWords({ at, day }: Due): string {
  if (day) return dayInWords(day);
  return `${dayInWords(dayOf(at))} at ${DateTime.fromJSDate(at, { zone: ZONE }).toFormat('HH:mm')}`;
}

/** The least and the most that a period can come to, for comparing what is counted differently. */
export const shortestHours = (period: Period): number => hoursWith(period, { day: 23, month: 27 * 24 });
export const longestHours = (period: Period): number => hoursWith(period, { day: 25, month: 32 * 24 });

function hoursWith(period: Period, { day, month }: { day: number; month: number }): number {
  if ('hours' in period) return period.hours;
  if ('days' in period) return period.days * day;
  if ('months' in period) return period.months * month;
  // The longest row of days without work is that of Christmas or Easter: four.
  return period.workingDays * day * (day > 24 ? 5 : 1);
}

/** @param day YYYY-MM-DD */
function morningOf(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).set({ hour: MORNING_HOUR }).toJSDate();
}
