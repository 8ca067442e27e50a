import { startLocalTeams } from '../../src/localTeams/server';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import type { LocalTeamsOptions } from '../../src/localTeams/options';
import { parsePeople, type PeopleFile } from '../../src/localTeams/people';
import { newSigningKey } from '../../src/localTeams/tokens';

// Making one takes longer than most tests.
const signingKey = newSigningKey();

/** Local Teams in this process, on a free port, with the people of the example and short waits. */
export function teamsForTest(options: LocalTeamsOptions = {}): Promise<LocalTeams> {
  return startLocalTeams({ unreachableDelayMs: 20, ...(options.dataDir ? {} : { signingKey }), ...options });
}

/** A people file with so many carers (`carer-0` …) in one care team, and one manager in it. */
export function manyPeople(count: number): PeopleFile {
  const carers = Array.from({ length: count }, (_, at) => ({
    key: `carer-${at}`,
    name: `Carer Number${at}`,
    title: 'Carer',
    role: 'staff',
  }));
  const manager = { key: 'manager', name: 'Marnie Lanternby', title: 'Manager', role: 'manager' };
  return parsePeople({
    tenantId: '7e57ab1e-0000-4000-8000-00000000c0de',
    bot: {
      id: 'b07b07b0-0000-4000-8000-0000000000b0',
      appId: 'a99a99a9-0000-4000-8000-0000000000a9',
      name: 'Policy helper',
    },
    people: [...carers, manager],
    teams: [
      {
        key: 'care',
        name: 'Care team',
        members: [...carers.map((carer) => carer.key), manager.key],
        channels: [{ key: 'general', name: 'General' }],
      },
    ],
  });
}
