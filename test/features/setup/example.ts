import { randomBytes } from 'node:crypto';
import { fake } from 'sinon';
import type { Channel, Member } from '../../../src/bot/addresses';
import type { SetupDeps } from '../../../src/features/setup/index';
import type { NamedChannel } from '../../../src/features/setup/setupDecision';
import type { Standing } from '../../../src/storage/complaintsRoles';
import type { TeamRecord } from '../../../src/storage/roles';
import { Storage } from '../../../src/storage/storage';
import { FakeClock } from '../../support/fakeClock';

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

/** Who is in the complaints team. */
export const members: readonly Member[] = [
  {
    id: 'lead-1',
    teamsId: '29:lead-1',
    name: 'Lettice Ledgerly',
    email: 'lettice@example.org',
    guest: false,
  },
  { id: 'admin-1', teamsId: '29:admin-1', name: 'Ada Keyringle', email: 'ada@example.org', guest: false },
  { id: 'twin-1', teamsId: '29:twin-1', name: 'Twin Samename', email: 'one@example.org', guest: false },
  { id: 'twin-2', teamsId: '29:twin-2', name: 'Twin Samename', email: 'two@example.org', guest: false },
];

/** The complaints team has a lead. */
export const leading: Standing = {
  ...{ personId: 'lead-1', teamsId: '29:lead-1', name: 'Lettice Ledgerly' },
  ...{ state: 'lead', by: { id: 'admin-1', name: 'Ada Keyringle' }, at: '2026-11-18T10:00:00Z', told: true },
};

export function team(id: string, name: string, more: Partial<TeamRecord> = {}): TeamRecord {
  return { id, name, serviceUrl: 'http://127.0.0.1/', managers: false, installed: true, ...more };
}

/** Setup for a complaints team and an office team, with an administrator of the given id. */
export function setupDeps(
  teams: readonly TeamRecord[] = [team('team-c', 'Complaints team'), team('team-o', 'Office team')],
  lead?: Standing,
  connectionString = 'UseDevelopmentStorage=true',
) {
  const setManagers = fake.resolves(undefined);
  const setConcernsChannel = fake.resolves(undefined);
  const listChannels = fake.resolves({ outcome: 'read', value: channels } as const);
  const listMembers = fake.resolves({
    outcome: 'read',
    value: { members, continuation: undefined },
  } as const);
  const unavailable = fake.resolves({ outcome: 'unavailable', code: '503' } as const);
  const setLead = fake.resolves(undefined);
  const tellDecisions = fake.resolves(undefined);
  const withConcerns = teams.find(({ concernsChannelId }) => concernsChannelId !== undefined);
  const deps: SetupDeps = {
    // Asked by `setup` alone. What waits for a second administrator is tested through the front door: here is nothing.
    storage: new Storage({ kind: 'connection', connectionString }, `s${randomBytes(6).toString('hex')}`),
    jobs: { on: fake(), schedule: fake.resolves(undefined) },
    administrators: ['admin-1', 'admin-2'],
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
      // Nobody is in a team of this example.
      async *members() {},
      setManagers,
      setConcernsChannel,
      hadConcernsChannel: () => Promise.resolve(withConcerns !== undefined),
      person: () => Promise.resolve(undefined),
    },
    roles: {
      couldHandle: (personId) => Promise.resolve(personId === 'lead-1'),
      confirm: (personId, role) => Promise.resolve(personId === 'admin-1' && role === 'administrator'),
    },
    messenger: {
      ...{ channels: listChannels, members: listMembers },
      ...{ post: unavailable, send: unavailable, openChat: unavailable },
    },
    complaints: { lead: () => Promise.resolve(lead), setLead },
    clock: new FakeClock(),
    tellDecisions,
    contactProblems: [],
    log: { info: fake(), warn: fake(), error: fake() },
  };
  return { deps, setManagers, setConcernsChannel, listChannels, setLead, tellDecisions };
}
