/** Reminders that come by themselves, as a manager chooses them: at most three, and never more than one a day. */
export const REMINDER_CHOICES: readonly { readonly title: string; readonly days: readonly number[] }[] = [
  { title: 'A week before, the day before and on the day', days: [7, 1, 0] },
  { title: 'The day before and on the day', days: [1, 0] },
  { title: 'On the day', days: [0] },
  { title: 'None', days: [] },
];

const NONE = 'none';

/** What the form carries for these days. */
export function reminderValue(days: readonly number[]): string {
  return days.length === 0 ? NONE : days.join(',');
}

/** The choice with these days, or undefined where the form offers none such. */
export function reminderChoice(value: string) {
  return REMINDER_CHOICES.find(({ days }) => reminderValue(days) === value);
}

/** The choice's own words within a sentence: "a week before, the day before and on the day". */
export function remindersInWords(days: readonly number[]): string {
  const title = reminderChoice(reminderValue(days))?.title ?? `${days.join(', ')} days before`;
  return title.charAt(0).toLowerCase() + title.slice(1);
}
