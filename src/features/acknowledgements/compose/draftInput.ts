import { z } from 'zod';
import { isDay } from '../dates';
import type { DraftInput } from './draft';

export const LONGEST_TITLE = 100;
export const LONGEST_WORDS = 1_000;

const typed = z.string().catch('');
const inputSchema = z.object({
  teams: typed,
  title: typed,
  words: typed,
  due: typed,
  includeMe: typed,
  check: typed,
  includeJoiners: typed,
});

/** What was typed, ready to be kept, or one sentence on what to change. */
export type ReadInput =
  { readonly input: DraftInput; readonly problem?: undefined } | { readonly problem: string };

/**
 * Reads the compose card's inputs.
 * @param allowed ids of the teams that the person may send to
 * @param today a calendar day in London
 */
export function readDraftInput(
  data: Record<string, unknown>,
  allowed: ReadonlySet<string>,
  today: string,
): ReadInput {
  const { teams, title, words, due, includeMe, includeJoiners, check } = inputSchema.parse(data);
  const teamIds = [...new Set(teams.split(',').filter((id) => id !== ''))];
  const input: DraftInput = {
    teamIds,
    title: title.trim(),
    words: words.trim(),
    due,
    senderIncluded: includeMe !== 'false',
    check: check !== 'false',
    joinersIncluded: includeJoiners !== 'false',
  };
  const problem = problemWithTeams(teamIds, allowed) ?? problemWithWords(input) ?? problemWithDue(due, today);
  return problem === undefined ? { input } : { problem };
}

function problemWithTeams(teamIds: readonly string[], allowed: ReadonlySet<string>): string | undefined {
  if (teamIds.length === 0) return 'Please choose at least one team.';
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
