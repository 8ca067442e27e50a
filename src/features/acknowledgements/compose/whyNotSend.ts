import type { TeamRecord } from '../../../storage/roles';
import { dayOf } from '../dates';
import { problemWithReminders } from '../remind/schedule';
import type { Draft } from './draft';
import { hasList, problemWithDue } from './problems';
import { problemWithSendAt } from './sendTime';

/** Their names are kept with the request, where so many fit. */
const MOST_TEAMS = 200;
const TOO_MANY_TEAMS = `I am in more than ${MOST_TEAMS} teams, which is too many for one request. Please choose teams.`;

/** @returns why the draft cannot be sent, which may be weeks old; undefined when it can. @param teams its sender's */
export function whyNotSend(draft: Draft, teams: readonly TeamRecord[], now: Date): string | undefined {
  const allowed = new Set(teams.map((team) => team.id));
  if (draft.teamIds.length === 0 && !draft.everyone && !hasList(draft)) return 'No team is chosen.';
  if (draft.everyone && teams.length > MOST_TEAMS) return TOO_MANY_TEAMS;
  if (!draft.teamIds.every((id) => allowed.has(id))) return 'You can no longer send to one of these teams.';
  return (
    problemWithDue(draft.due, dayOf(now)) ??
    problemWithSendAt(draft.sendAt, now) ??
    problemWithReminders(draft.reminders)
  );
}
