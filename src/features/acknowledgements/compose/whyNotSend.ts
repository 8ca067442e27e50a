import type { TeamRecord } from '../../../storage/roles';
import { dayOf } from '../dates';
import type { Draft } from './draft';
import { hasList, problemWithDue } from './problems';
import { problemWithSendAt } from './sendTime';

/** @returns why the draft cannot be sent, which may be weeks old; undefined when it can. @param teams its sender's */
export function whyNotSend(draft: Draft, teams: readonly TeamRecord[], now: Date): string | undefined {
  const allowed = new Set(teams.map((team) => team.id));
  if (draft.teamIds.length === 0 && !draft.everyone && !hasList(draft)) return 'No team is chosen.';
  if (!draft.teamIds.every((id) => allowed.has(id))) return 'You can no longer send to one of these teams.';
  return problemWithDue(draft.due, dayOf(now)) ?? problemWithSendAt(draft.sendAt, now);
}
