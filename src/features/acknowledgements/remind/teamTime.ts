import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { TeamRecord } from '../../../storage/roles';
import { maySend, mayStillSend } from '../compose/permission';
import { NOT_CHECKED } from '../control/permission';
import type { Parties } from '../parties';
import { partOfDaySchema } from './moment';
import { PART_CHOICES, timeInWords } from './timeWords';

const teamData = z.object({ team: z.string().catch(''), part: partOfDaySchema.optional().catch(undefined) });
const ONLY_MANAGERS =
  'Only managers can set when a team is reminded. To choose your own time, type **when to remind me**.';
const NOT_YOUR_TEAM = 'You can set this only for your own teams. Please choose one in the list.';
const CHOOSE_TIME = 'Please choose a time of day.';
const NO_TEAM = 'There is no team of yours that I am in.';

/** `reminder times`: when the people of each of the manager's teams are reminded, and the form to change it. */
export async function showTeamTimes(parties: Parties, turn: Turn): Promise<void> {
  const { roles } = parties;
  if (!(await maySend(roles, turn.person.id))) return turn.say(ONLY_MANAGERS);
  const teams = await roles.teamsOf(turn.person.id);
  if (teams.length === 0) return turn.say(NO_TEAM);
  turn.show(await teamTimeCard(parties, teams));
}

/** "Reminder times" on the status card. */
export async function openTeamTimes(parties: Parties, turn: Turn): Promise<CardReply> {
  await showTeamTimes(parties, turn);
  return done;
}

/** "Save": the team must be one of the presser's, and Teams must say that they still may. */
export async function saveTeamTime(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { roles, reminders } = parties;
  const { team: teamId, part } = teamData.parse(data);
  if (!(await maySend(roles, turn.person.id))) return notice(ONLY_MANAGERS);
  const teams = await roles.teamsOf(turn.person.id);
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return notice(NOT_YOUR_TEAM);
  if (!part) return notice(CHOOSE_TIME);
  if (!(await mayStillSend(roles, turn.person.id))) return notice(NOT_CHECKED);
  await reminders.rhythms.setOfTeam(team.id, part);
  return showCard(await teamTimeCard(parties, teams, { team, said: 'Saved.' }));
}

async function teamTimeCard(
  { reminders }: Parties,
  teams: readonly TeamRecord[],
  { team, said }: { readonly team?: TeamRecord; readonly said: string } = { said: '' },
): Promise<Card> {
  const set = await reminders.rhythms.ofTeams();
  const chosen = team ?? (teams.length === 1 ? teams[0] : undefined);
  return render('acknowledgements/teamTime', {
    said,
    hasSaid: said !== '',
    times: teams.map(({ id, name }) => ({ name, time: timeInWords(set.get(id)) })),
    team: chosen?.id ?? '',
    teams: teams.map(({ id, name }) => ({ title: name, value: id })),
    part: (chosen && set.get(chosen.id)) ?? '',
    parts: PART_CHOICES,
  });
}
