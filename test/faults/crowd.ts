import people from '../../src/localTeams/people.json';
import type { PeopleFile } from '../../src/localTeams/people';
import { parsePeople } from '../../src/localTeams/people';

/** Carers of one team that is asked to confirm. */
export const TEAM_SIZE = 8;

/** How many people and teams a run needs. */
export interface CrowdSize {
  readonly askers: number;
  readonly reporters: number;
  readonly teams: number;
  /** For two turns at once. */
  readonly pairs: number;
}

/** Keys of the people: everybody plays one part, once, so that rates hold nobody up and checks stay simple. */
export const asker = (at: number): string => `asker-${at}`;
export const reporter = (at: number): string => `reporter-${at}`;
export const pair = (at: number): string => `pair-${at}`;
export const team = (at: number): string => `round-${at}`;
export const carersOf = (at: number): string[] =>
  Array.from({ length: TEAM_SIZE }, (_, carer) => `carer-${at}-${carer}`);

/** The people of the example with a crowd beside them. The manager belongs to every team that is asked. */
export function crowd({ askers, reporters, teams, pairs }: CrowdSize): PeopleFile {
  const numbered = (count: number, key: (at: number) => string): string[] =>
    Array.from({ length: count }, (_, at) => key(at));
  const carers = numbered(teams, String).flatMap((_, at) => carersOf(at));
  const keys = [...numbered(askers, asker), ...numbered(reporters, reporter), ...numbered(pairs, pair)];
  const more = [...keys, ...carers].map((key) => ({
    ...{ key, name: `Invented ${key}`, title: 'Carer', role: 'staff' },
  }));
  const moreTeams = numbered(teams, team).map((key, at) => ({
    ...{ key, name: `Team ${key}`, members: [...carersOf(at), 'manager'] },
    channels: [{ key: 'general', name: 'General' }],
  }));
  return parsePeople({
    ...people,
    people: [...people.people, ...more],
    teams: [...people.teams, ...moreTeams],
  });
}
