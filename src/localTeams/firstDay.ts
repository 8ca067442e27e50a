import type { WorldView } from './api';
import type { Driver } from './driver';

/** What local Teams needs for its first day. */
export interface FirstDayTeams extends Driver {
  installAll(): Promise<void>;
  world(): Promise<WorldView>;
}

/** The bot did not take something on the first day. */
export class FirstDayFailed extends Error {}

/**
 * Sets the product up as administrators would, through the same chats: installs the bot, says which team is
 * whose and who handles reports, so that the first minute shows the jobs and not the setup.
 */
export async function firstDay(teams: FirstDayTeams): Promise<void> {
  await teams.installAll();
  await say(teams, 'admin', 'managers/general', 'use this team for managers');
  await say(teams, 'second-admin', 'complaints/concerns', 'use this channel for concerns');
  await confirmHandlers(teams);
}

/** The administrator names the complaints lead, who confirms the officers of the complaints team. */
async function confirmHandlers(teams: FirstDayTeams): Promise<void> {
  const { people } = await teams.world();
  const lead = people.find(({ role }) => role === 'complaints lead');
  if (!lead) return;
  await say(teams, 'second-admin', 'complaints/concerns', `make ${lead.name} the complaints lead`);
  for (const { name } of people.filter(({ role }) => role === 'complaints officer'))
    await say(teams, lead.key, lead.key, `confirm ${name} as a handler`);
}

/** @param where a channel, or the person's own key for their chat */
async function say(teams: Driver, who: string, where: string, text: string): Promise<void> {
  const person = teams.person(who);
  const status = await (where === who ? person.says(text) : person.mentionsIn(where, text));
  if (status !== 200) throw new FirstDayFailed(`The bot answered ${status} to "${text}".`);
}
