import { fake } from 'sinon';
import type { Channel } from '../../../src/bot/addresses';
import type { SetupDeps } from '../../../src/features/setup/index';
import type { NamedChannel } from '../../../src/features/setup/setupDecision';
import type { TeamRecord } from '../../../src/storage/roles';

/** The channel that the examples are said in. */
export const here: NamedChannel = {
  teamId: 'team-c',
  teamName: 'Complaints team',
  channelId: 'channel-c',
  channelName: 'General',
};
/** A channel of another team. */
export const inOffice: NamedChannel = {
  teamId: 'team-o',
  teamName: 'Office team',
  channelId: 'channel-o',
  channelName: 'Intake',
};

export const channels: readonly Channel[] = [
  { id: 'channel-c', name: 'General', type: 'standard' },
  { id: 'channel-p', name: 'Leads', type: 'private' },
  { id: 'channel-o', name: 'Intake', type: 'standard' },
];

export function team(id: string, name: string, more: Partial<TeamRecord> = {}): TeamRecord {
  return { id, name, serviceUrl: 'http://127.0.0.1/', managers: false, installed: true, ...more };
}

/** Setup for a complaints team and an office team, with an administrator of the given id. */
export function setupDeps(
  teams: readonly TeamRecord[] = [team('team-c', 'Complaints team'), team('team-o', 'Office team')],
) {
  const setManagers = fake.resolves(undefined);
  const setConcernsChannel = fake.resolves(undefined);
  const listChannels = fake.resolves({ outcome: 'read', value: channels } as const);
  const withConcerns = teams.find(({ concernsChannelId }) => concernsChannelId !== undefined);
  const deps: SetupDeps = {
    concernsMoved: () => Promise.resolve(),
    directory: {
      team: (id) => Promise.resolve(teams.find((each) => each.id === id)),
      teams: () => Promise.resolve(teams),
      concernsChannel: () =>
        Promise.resolve(
          withConcerns?.concernsChannelId
            ? { team: withConcerns, channelId: withConcerns.concernsChannelId }
            : undefined,
        ),
      setManagers,
      setConcernsChannel,
    },
    roles: {
      confirm: (personId, role) => Promise.resolve(personId === 'admin-1' && role === 'administrator'),
    },
    messenger: { channels: listChannels },
    contactProblems: [],
    log: { info: fake(), warn: fake(), error: fake() },
  };
  return { deps, setManagers, setConcernsChannel, listChannels };
}
