import { DateTime } from 'luxon';
import { BANK_HOLIDAYS, HOLIDAYS_KNOWN_UNTIL } from './bankHolidays';

/** Working days within which a complaint is acknowledged (SI 2009/309, regulation 13(3)). */
export const ACKNOWLEDGE_WITHIN = 3;
const ZONE = 'Europe/London';
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

/** The day by which a concern received at this time should be taken on, YYYY-MM-DD. */
export function targetDay(receivedAt: Date): string {
  return workingDaysAfter(dayOf(receivedAt), ACKNOWLEDGE_WITHIN);
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
