import type { Driver } from './driver';

/** What local Teams needs for its first day. */
export interface FirstDayTeams extends Driver {
  installAll(): Promise<void>;
}

/** The bot did not take something on the first day. */
export class FirstDayFailed extends Error {}

/**
 * Sets the product up as administrators would, through the same chats: installs the bot and says which team is
 * whose, so that the first minute shows the jobs and not the setup.
 */
export async function firstDay(teams: FirstDayTeams): Promise<void> {
  await teams.installAll();
  await say(teams, 'admin', 'managers/general', 'use this team for managers');
  await say(teams, 'second-admin', 'complaints/concerns', 'use this channel for concerns');
}

async function say(teams: Driver, who: string, channel: string, text: string): Promise<void> {
  const status = await teams.person(who).mentionsIn(channel, text);
  if (status !== 200) throw new FirstDayFailed(`The bot answered ${status} to "${text}".`);
}
