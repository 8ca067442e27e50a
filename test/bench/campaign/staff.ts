import type { PeopleFile } from '../../../src/localTeams/people';
import { parsePeople } from '../../../src/localTeams/people';
import type { LocalRecord } from '../../../src/localTeams/records';
import type { Asker } from '../people';
import { askers, TENANT_ID } from '../people';
import { BOT_ID } from '../sink';

/** A team as the product knows it, with its people. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Asker[];
}

/** How many people are in which team, by the team's key. */
export type Sizes = Readonly<Record<string, number>>;

const GENERAL = { key: 'general', name: 'General' };
const keyOf = (team: string, at: number): string => `${team}-${at}`;

/** Invented people for the stand-in: so many in each team. */
export function peopleOf(sizes: Sizes): PeopleFile {
  const teams = Object.entries(sizes).map(([key, size]) => ({
    ...{ key, name: `Team ${key}`, channels: [GENERAL] },
    members: Array.from({ length: size }, (_, at) => keyOf(key, at)),
  }));
  const people = teams.flatMap(({ members }) =>
    members.map((key) => ({ key, name: `Bench Person ${key}`, title: 'Carer', role: 'staff' })),
  );
  const bot = { id: BOT_ID, appId: BOT_ID, name: 'Policy helper' };
  return parsePeople({ tenantId: TENANT_ID, bot, people, teams });
}

/** What the stand-in finds when it starts: the bot is in every team, and nobody told it so. */
export function alreadyInstalled(sizes: Sizes): LocalRecord[] {
  return Object.keys(sizes).map((team) => ({ what: 'team', team, installed: true }));
}

/** Teams where there is no stand-in: of at most so many people each. */
export function inventedTeams(people: number, mostInTeam: number): Team[] {
  const everybody = askers(people, 'campaign');
  return Array.from({ length: Math.ceil(people / mostInTeam) }, (_, at) => ({
    id: `19:bench-team-${at}@thread.tacv2`,
    name: `Team ${at}`,
    members: everybody.slice(at * mostInTeam, (at + 1) * mostInTeam),
  }));
}
