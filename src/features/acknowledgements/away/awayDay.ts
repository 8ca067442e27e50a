import { DateTime } from 'luxon';
import { dayIn, daysAfter, weekdayOf } from '../dates';
import { DAYS } from '../remind/timeWords';

/** Nobody is away for longer than this without somebody looking at it again. */
const LONGEST_DAYS = 366;
const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|th)\b/;
const FORMATS = ['d LLLL', 'd LLL', 'd/L'];
const WITH_YEAR = ['d LLL yyyy', 'd/L/yyyy'];

/** The day in "3 December", "3rd Dec", "3/12/2026", "Friday" or "tomorrow"; undefined where there is none. */
export function dayAhead(text: string, today: string): string | undefined {
  const words = text.trim().toLowerCase().replace(ORDINAL, '$1').replace(/^the /, '').replace(/ of /, ' ');
  if (words === 'tomorrow') return daysAfter(today, 1);
  const weekday = DAYS.findIndex((name) => name.toLowerCase() === words.replace(/^next /, ''));
  if (weekday >= 0) return daysAfter(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  return dayIn(words) ?? parsed(words, WITH_YEAR) ?? nextOf(words, today);
}

/** What is wrong with a day to be away until; undefined where nothing is. */
export function problemWithAway(until: string, today: string): string | undefined {
  if (until <= today) return 'This day is not ahead of us. Please give the day on which you are back.';
  if (until > daysAfter(today, LONGEST_DAYS))
    return 'This is more than a year away. Please give an earlier day.';
  return undefined;
}

function parsed(words: string, formats: readonly string[], year = ''): string | undefined {
  for (const format of formats) {
    const read = DateTime.fromFormat(`${words}${year}`, format, { locale: 'en-GB', zone: 'Europe/London' });
    if (read.isValid) return read.toISODate();
  }
  return undefined;
}

/** Without a year it is the next such day. */
function nextOf(words: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const inYear = (which: number): string | undefined =>
    parsed(
      words,
      FORMATS.map((format) => `${format} yyyy`),
      ` ${which}`,
    ) ?? parsed(words, ['d/L/yyyy'], `/${which}`);
  const found = inYear(year);
  return found && found <= today ? inYear(year + 1) : found;
}
