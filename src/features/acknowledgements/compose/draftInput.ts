import { z } from 'zod';
import { dayOf } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { Draft, DraftInput } from './draft';
import { readKind } from './kinds';
import { hasList, problemWithDue, problemWithOrder, problemWithTeams, problemWithWords } from './problems';
import { reminderChoice, reminderValue } from './reminderChoices';
import { readSendTime } from './sendTime';
import { wordsFor } from './usualWords';

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
  everyone: typed,
});
type Typed = z.infer<typeof inputSchema>;

/** What was typed, ready to be kept, or one sentence on what to change. */
export type ReadInput =
  | { readonly input: DraftInput; readonly problem?: undefined }
  | { readonly problem: string };

/** What the inputs are read against. */
export interface Reading {
  readonly draft: Pick<Draft, 'about' | 'reminders' | 'list' | 'onPaper'>;
  readonly policy: PolicyToConfirm;
  /** Ids of the teams that the person may send to. */
  readonly allowed: ReadonlySet<string>;
  /** Administrators alone. */
  readonly mayAskEveryone: boolean;
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
    everyone: given.everyone === 'true',
    about,
    reminders: [...reminders],
    sendAt: when.sendAt,
  };
  const problem = problemWith(input, reading);
  return problem === undefined ? { input } : { problem };
}

const ONLY_ADMINISTRATORS = 'Only administrators can send to everybody. Please choose teams.';
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

function problemWith(input: DraftInput, reading: Reading): string | undefined {
  const { allowed, now, draft, mayAskEveryone } = reading;
  if (input.everyone && !mayAskEveryone) return ONLY_ADMINISTRATORS;
  return (
    problemWithTeams(input.teamIds, allowed, input.everyone || hasList(draft)) ??
    problemWithWords(input) ??
    problemWithDue(input.due, dayOf(now)) ??
    problemWithOrder(input)
  );
}
