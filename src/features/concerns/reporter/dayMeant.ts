import { DateTime } from 'luxon';
import { ZONE } from '../clocks/workingDays';

/** A day as people in England write it; a day alone is read, and a sentence around it is left as it is. */
const FORMS = [
  'd/M/yyyy',
  'd/M/yy',
  'd.M.yyyy',
  'd-M-yyyy',
  'yyyy-MM-dd',
  'd MMMM yyyy',
  'd MMM yyyy',
  'd MMMM',
];
const DAYS_AGO: Readonly<Record<string, number>> = {
  today: 0,
  'this morning': 0,
  yesterday: 1,
  'last night': 1,
  'the day before yesterday': 2,
};

/** What is kept of an answer to "when was it?": the person's words, with the day that they meant. */
export type DayMeant = { readonly kind: 'kept'; readonly text: string } | { readonly kind: 'toCome' };

/** Who reads it later would count "yesterday" from the wrong day, so that day is written beside it. */
export function dayMeant(text: string, now: Date): DayMeant {
  const today = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day');
  const words = text.trim().toLowerCase().replace(/[.!]$/, '');
  const ago = DAYS_AGO[words];
  if (ago !== undefined) {
    const day = today.minus({ days: ago }).toFormat('cccc d LLLL yyyy');
    return { kind: 'kept', text: `${text} (${day})` };
  }
  const day = FORMS.map((form) => DateTime.fromFormat(words, form, { zone: ZONE })).find(
    ({ isValid }) => isValid,
  );
  return day && day > today ? { kind: 'toCome' } : { kind: 'kept', text };
}
