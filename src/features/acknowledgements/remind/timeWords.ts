import type { PartOfDay } from './moment';
import { hourFor, partOfDaySchema } from './moment';

export const DAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

const NAMES: Readonly<Record<PartOfDay, string>> = {
  mornings: 'Mornings',
  afternoons: 'Afternoons',
  evenings: 'Evenings',
  nights: 'Start of nights',
};

const clock = (part: PartOfDay | undefined): string => `${String(hourFor({ part })).padStart(2, '0')}:00`;

/** What a form offers. */
export const PART_CHOICES = partOfDaySchema.options.map((part) => ({
  title: `${NAMES[part]}, at ${clock(part)}`,
  value: part,
}));

/** "in the mornings, at 09:00". */
export function timeInWords(part: PartOfDay | undefined): string {
  if (!part) return `at ${clock(part)}`;
  return part === 'nights'
    ? `at the start of nights, at ${clock(part)}`
    : `in the ${part}, at ${clock(part)}`;
}

/** @param days 1 is Monday. "on Monday and Friday". */
export function daysInWords(days: readonly number[]): string {
  if (days.length === DAYS.length) return 'on any day';
  const names = days.map((day) => DAYS[day - 1] ?? '');
  const last = names.pop() ?? '';
  return names.length === 0 ? `on ${last}` : `on ${names.join(', ')} and ${last}`;
}
