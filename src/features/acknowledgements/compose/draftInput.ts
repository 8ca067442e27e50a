import { z } from 'zod';
import { dayOf, isDay } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { Draft, DraftInput } from './draft';
import { readKind } from './kinds';
import { reminderChoice, reminderValue } from './reminderChoices';
import { readSendTime } from './sendTime';
import { wordsFor } from './usualWords';

export const LONGEST_TITLE = 100;
export const LONGEST_WORDS = 1_000;

const typed = z.string().catch('');
const inputSchema = z.object({
  about: typed,
  teams: typed,
  title: typed,
  words: typed,
  due: typed,
  reminders: typed,
  sendDay: typed,
  sendTime: typed,
  includeMe: typed,
  check: typed,
  includeJoiners: typed,
});
type Typed = z.infer<typeof inputSchema>;

/** What was typed, ready to be kept, or one sentence on what to change. */
export type ReadInput =
  { readonly input: DraftInput; readonly problem?: undefined } | { readonly problem: string };

/** What the inputs are read against. */
export interface Reading {
  readonly draft: Pick<Draft, 'about' | 'reminders' | 'list' | 'onPaper'>;
  readonly policy: PolicyToConfirm;
  /** Ids of the teams that the person may send to. */
  readonly allowed: ReadonlySet<string>;
  readonly now: Date;
}

/** Reads the compose card's inputs. */
export function readDraftInput(data: Record<string, unknown>, reading: Reading): ReadInput {
  const given = inputSchema.parse(data);
  const about = readKind(given.about, reading.policy, reading.draft.about);
  if (!about) return { problem: 'This part is no longer in the policy. Please choose another one.' };
  const reminders = reminderChoice(given.reminders || reminderValue(reading.draft.reminders))?.days;
  if (!reminders) return { problem: TOO_OFTEN };
  const when = readSendTime(given.sendDay, given.sendTime, reading.now);
  if (when.problem !== undefined) return when;
  const input: DraftInput = {
    ...plainly(given),
    ...wordsFor(reading.policy, about, { title: given.title.trim(), words: given.words.trim() }),
    about,
    reminders: [...reminders],
    sendAt: when.sendAt,
  };
  const problem = problemWith(input, reading);
  return problem === undefined ? { input } : { problem };
}

const TOO_OFTEN =
  'Please choose one of the reminders in the list: nobody is reminded more than once a day, or more than three times.';

function plainly({ teams, due, includeMe, check, includeJoiners }: Typed) {
  return {
    teamIds: [...new Set(teams.split(',').filter((id) => id !== ''))],
    due,
    senderIncluded: includeMe !== 'false',
    check: check !== 'false',
    joinersIncluded: includeJoiners !== 'false',
  };
}

function problemWith(input: DraftInput, { allowed, now, draft }: Reading): string | undefined {
  return (
    problemWithTeams(input.teamIds, allowed, hasList(draft)) ??
    problemWithWords(input) ??
    problemWithDue(input.due, dayOf(now)) ??
    problemWithOrder(input)
  );
}

/** @returns whether there are people beside those of teams. */
export function hasList({ list, onPaper }: Pick<Draft, 'list' | 'onPaper'>): boolean {
  return list !== undefined || onPaper > 0;
}

function problemWithTeams(
  teamIds: readonly string[],
  allowed: ReadonlySet<string>,
  withList: boolean,
): string | undefined {
  if (teamIds.length === 0 && !withList) return 'Please choose at least one team, or paste e-mail addresses.';
  if (teamIds.every((id) => allowed.has(id))) return undefined;
  return 'You cannot send to one of these teams. Please type **remind** to start again with the teams that you can send to.';
}

function problemWithWords({ title, words }: DraftInput): string | undefined {
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

function problemWithOrder({ sendAt, due }: DraftInput): string | undefined {
  if (!sendAt || dayOf(new Date(sendAt)) <= due) return undefined;
  return 'It would go out after the date to confirm by. Please choose an earlier time to send it, or a later date.';
}
