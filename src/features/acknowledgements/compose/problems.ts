import { dayOf, isDay } from '../dates';
import type { Draft, DraftInput } from './draft';

export const LONGEST_TITLE = 100;
export const LONGEST_WORDS = 1_000;

/** @returns whether there are people beside those of teams. */
export function hasList({ list, onPaper }: Pick<Draft, 'list' | 'onPaper'>): boolean {
  return list !== undefined || onPaper > 0;
}

export function problemWithTeams(
  teamIds: readonly string[],
  allowed: ReadonlySet<string>,
  withOthers: boolean,
): string | undefined {
  if (teamIds.length === 0 && !withOthers)
    return 'Please choose at least one team, or paste e-mail addresses.';
  if (teamIds.every((id) => allowed.has(id))) return undefined;
  return 'You cannot send to one of these teams. Please type **remind** to start again with the teams that you can send to.';
}

/** @returns one sentence when the title or the words will not do. */
export function problemWithWords({ title, words }: Pick<DraftInput, 'title' | 'words'>): string | undefined {
  if (title === '') return 'Please write a title.';
  if (title.length > LONGEST_TITLE) {
    return `The title has ${title.length} characters. Please keep it to ${LONGEST_TITLE}.`;
  }
  if (words === '') return 'Please write a few words to say why you ask.';
  if (words.length > LONGEST_WORDS) {
    return `Your words have ${words.length} characters. Please keep them to ${LONGEST_WORDS}.`;
  }
  return undefined;
}

/** @returns one sentence when the date is no date or lies in the past. */
export function problemWithDue(due: string, today: string): string | undefined {
  if (!isDay(due)) return 'Please choose a date to confirm by.';
  if (due < today) return 'The date to confirm by is in the past. Please choose today or a later day.';
  return undefined;
}

export function problemWithOrder({ sendAt, due }: DraftInput): string | undefined {
  if (!sendAt || dayOf(new Date(sendAt)) <= due) return undefined;
  return 'It would go out after the date to confirm by. Please choose an earlier time to send it, or a later date.';
}
