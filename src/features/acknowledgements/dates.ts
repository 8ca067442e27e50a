import { DateTime } from 'luxon';

/** Staff and managers live by this clock, whatever the server's is. */
const ZONE = 'Europe/London';

/** A calendar day in London as `Input.Date` writes it: `2026-12-06`. */
export function dayOf(moment: Date, addedDays = 0): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).plus({ days: addedDays }).toISODate() ?? '';
}

/** The day so many days later, or earlier. */
export function daysAfter(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: ZONE }).plus({ days }).toISODate() ?? '';
}

/** The moment at which clocks in London show this full hour of the day. */
export function hourOn(day: string, hour: number): Date {
  return DateTime.fromISO(day, { zone: ZONE }).set({ hour }).toJSDate();
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: ZONE }).weekday;
}

/** @returns whether the text is a day that exists, written as `Input.Date` writes it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: ZONE }).isValid;
}

/** `2026-12-06` as people say it: "Sunday 6 December 2026". */
export function dayInWords(day: string): string {
  return DateTime.fromISO(day, { zone: ZONE }).setLocale('en-GB').toFormat('cccc d LLLL yyyy');
}

/** A moment as people say it: "6 December 2026 at 14:03". */
export function momentInWords(iso: string): string {
  return DateTime.fromISO(iso, { zone: ZONE }).setLocale('en-GB').toFormat("d LLLL yyyy 'at' HH:mm");
}

/** The time of day with seconds, for figures that change while one looks: "14:03:20". */
export function timeInWords(iso: string): string {
  return DateTime.fromISO(iso, { zone: ZONE }).toFormat('HH:mm:ss');
}

/** A moment as spreadsheets sort it: "2026-12-06 14:03". */
export function momentForTables(iso: string): string {
  return DateTime.fromISO(iso, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm');
}

/** The day in a text such as "2026-11-01" or "1 November 2026"; undefined where it holds none. */
export function dayIn(text: string): string | undefined {
  if (isDay(text)) return text;
  const read = DateTime.fromFormat(text.trim(), 'd LLLL yyyy', { zone: ZONE, locale: 'en-GB' });
  return read.isValid ? read.toISODate() : undefined;
}

/** The time of day in London as `Input.Time` writes it: `09:00`. */
export function timeOf(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('HH:mm');
}

/**
 * The moment at which clocks in London show this day and time. In the night in which they go back it is the first of
 * the two; in the night in which they go forward there may be none.
 */
export function momentAt(day: string, time: string): Date | undefined {
  const read = DateTime.fromISO(`${day}T${time}`, { zone: ZONE });
  const shows = (moment: DateTime): boolean => moment.toFormat("yyyy-MM-dd'T'HH:mm") === `${day}T${time}`;
  if (!shows(read)) return undefined;
  const anHourBefore = read.minus({ hours: 1 });
  return (shows(anHourBefore) ? anHourBefore : read).toJSDate();
}

/** @returns whether most people are asleep in London: between nine in the evening and seven in the morning. */
export function isNight(moment: Date): boolean {
  const { hour } = DateTime.fromJSDate(moment, { zone: ZONE });
  return hour >= 21 || hour < 7;
}

/** The last moment of a calendar day in London (ISO), also where the clocks change. */
export function endOfDay(day: string): string {
  return DateTime.fromISO(day, { zone: ZONE }).endOf('day').toUTC().toISO() ?? '';
}
