import { DateTime } from 'luxon';
import { BANK_HOLIDAYS, HOLIDAYS_KNOWN_UNTIL } from './bankHolidays';

export const ZONE = 'Europe/London';
const WARN_AHEAD_MONTHS = 12;

/** The day in England, YYYY-MM-DD. */
export function dayOf(time: Date): string {
  return DateTime.fromJSDate(time, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** Not a Saturday, a Sunday, or a bank holiday in England and Wales. @param day YYYY-MM-DD */
export function isWorkingDay(day: string): boolean {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday <= 5 && !BANK_HOLIDAYS.has(day);
}

/** The last of `count` working days after a day; the day itself is not counted. @param day YYYY-MM-DD */
export function workingDaysAfter(day: string, count: number): string {
  let date = DateTime.fromISO(day, { zone: 'utc' });
  for (let left = count; left > 0;) {
    date = date.plus({ days: 1 });
    if (isWorkingDay(date.toFormat('yyyy-MM-dd'))) left -= 1;
  }
  return date.toFormat('yyyy-MM-dd');
}

/** The working day that lies `count` working days before a day. @param day YYYY-MM-DD */
export function workingDaysBefore(day: string, count: number): string {
  let date = DateTime.fromISO(day, { zone: 'utc' });
  for (let left = count; left > 0;) {
    date = date.minus({ days: 1 });
    if (isWorkingDay(date.toFormat('yyyy-MM-dd'))) left -= 1;
  }
  return date.toFormat('yyyy-MM-dd');
}

/** Working days on which something waited, the day on which it began to wait not counted; what still waits is not counted. */
export function daysHeld(
  holds: readonly { readonly from: Date; readonly until?: Date | undefined }[],
): number {
  const days = new Set(
    holds.flatMap(({ from, until }) => (until ? daysBetween(dayOf(from), dayOf(until)) : [])),
  );
  return [...days].filter(isWorkingDay).length;
}

function daysBetween(after: string, last: string): string[] {
  const from = DateTime.fromISO(after, { zone: 'utc' });
  const count = Math.round(DateTime.fromISO(last, { zone: 'utc' }).diff(from, 'days').days);
  return Array.from({ length: Math.max(0, count) }, (_, at) =>
    from.plus({ days: at + 1 }).toFormat('yyyy-MM-dd'),
  );
}

/** True in the last year of the list and after it: somebody must add the next years. */
export function holidaysRunOut(now: Date): boolean {
  const lastSafe = DateTime.fromISO(HOLIDAYS_KNOWN_UNTIL, { zone: ZONE }).minus({
    months: WARN_AHEAD_MONTHS,
  });
  return dayOf(now) > lastSafe.toFormat('yyyy-MM-dd');
}

/** A day in words, such as "Monday 4 May 2026". @param day YYYY-MM-DD */
export function dayInWords(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('cccc d LLLL yyyy');
}
