import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { ConversationAddress } from '../../../src/bot/addresses';
import type { Message, Messenger } from '../../../src/bot/messengerPort';
import type { Done, Read, Sent } from '../../../src/bot/outcomes';
import { Evidence } from '../../../src/features/acknowledgements/asked/record';
import { Campaigns } from '../../../src/features/acknowledgements/campaign/campaigns';
import { Claims } from '../../../src/features/acknowledgements/campaign/claims';
import { Lists } from '../../../src/features/acknowledgements/compose/list/lists';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import { TeamRequests } from '../../../src/features/acknowledgements/campaign/teamRequests';
import type { Parties } from '../../../src/features/acknowledgements/parties';
import { Countings } from '../../../src/features/acknowledgements/progress/countings';
import { reminderStores } from '../../../src/features/acknowledgements/remind/stores';
import type { PolicyToConfirm } from '../../../src/features/acknowledgements/policyToConfirm';
import { PolicyVersions } from '../../../src/features/acknowledgements/versions/policyVersions';
import { SharedAccounts } from '../../../src/features/acknowledgements/shared/sharedAccounts';
import type { Jobs } from '../../../src/jobs/jobs';
import type { Directory, MemberRecord, PersonRecord, Roles } from '../../../src/storage/roles';
import { createSigning } from '../../../src/storage/signing';
import { Storage } from '../../../src/storage/storage';
import { startAzurite } from '../../support/azurite';
import { NOW, samplePolicy, sampleQuestions } from './samples';

/** Chats are named after the person: `chat-of-<teamsId>`. */
export class ScriptedMessenger implements Pick<Messenger, 'send' | 'openChat' | 'update'> {
  readonly sent: string[] = [];
  readonly updates: Message[] = [];
  /** `chat card`: the cards that were changed, in order. */
  readonly updated: string[] = [];
  /** Called before each update: answers to make it fail. */
  updating: (chat: string) => Done | undefined | Promise<Done | undefined> = () => undefined;
  readonly running = { now: 0, most: 0 };
  /** Called before each send: throws or answers to make it fail. */
  script: (chat: string, before: number) => Sent | undefined | Promise<Sent | undefined> = () => undefined;
  opens: (teamsId: string) => Read<ConversationAddress> | undefined = () => undefined;

  async send({ conversationId }: ConversationAddress): Promise<Sent> {
    this.running.now += 1;
    this.running.most = Math.max(this.running.most, this.running.now);
    try {
      const scripted = await this.script(conversationId, this.sent.length);
      if (scripted) return scripted;
      this.sent.push(conversationId);
      return { outcome: 'sent', activityId: `card-${this.sent.length}` };
    } finally {
      this.running.now -= 1;
    }
  }

  openChat(serviceUrl: string, teamsId: string): Promise<Read<ConversationAddress>> {
    const opened = { serviceUrl, conversationId: `chat-of-${teamsId}` };
    return Promise.resolve(this.opens(teamsId) ?? { outcome: 'read', value: opened });
  }

  async update({ conversationId }: ConversationAddress, id: string, message: Message): Promise<Done> {
    const scripted = await this.updating(conversationId);
    if (scripted) return scripted;
    this.updates.push(message);
    this.updated.push(`${conversationId} ${id}`);
    return { outcome: 'done' };
  }
}

/** Teams, people and their rosters, all in memory. */
export class ScriptedDirectory implements Pick<
  Directory,
  'team' | 'teams' | 'members' | 'memberships' | 'person' | 'everybody'
> {
  readonly rosters = new Map<string, MemberRecord[]>();
  readonly people = new Map<string, PersonRecord>();
  readonly takenOut = new Set<string>();

  team(id: string) {
    const installed = !this.takenOut.has(id);
    const team = { id, name: `Team ${id}`, serviceUrl: 'http://teams.example/', managers: false, installed };
    return Promise.resolve(this.rosters.has(id) ? team : undefined);
  }

  async teams() {
    const all = await Promise.all([...this.rosters.keys()].map((id) => this.team(id)));
    return all.filter((team) => team?.installed).flatMap((team) => team ?? []);
  }

  // oxlint-disable-next-line typescript/require-await -- the real one reads pages
  async *everybody() {
    yield* this.people.values();
  }

  // oxlint-disable-next-line typescript/require-await -- the real one reads pages
  async *members(id: string) {
    yield* this.rosters.get(id) ?? [];
  }

  /** As the rosters of all teams have it, those that the bot was taken out of too. */
  memberships(personId: string) {
    const found = [...this.rosters].flatMap(([id, roster]) =>
      roster
        .filter((each) => each.personId === personId)
        .map(({ guest }): [string, { guest: boolean }] => [id, { guest }]),
    );
    return Promise.resolve(new Map(found));
  }

  person(id: string) {
    return Promise.resolve(this.people.get(id));
  }
}

export function member(personId: string, changes: Partial<MemberRecord> = {}): MemberRecord {
  return { personId, teamsId: `29:${personId}`, name: `Person ${personId}`, guest: false, ...changes };
}

export function members(from: number, count: number): MemberRecord[] {
  return Array.from({ length: count }, (_, index) => member(`p${String(from + index).padStart(5, '0')}`));
}

async function newStorage(way?: string): Promise<Storage> {
  const connectionString = way ?? (await startAzurite()).connectionString;
  return new Storage({ kind: 'connection', connectionString }, `t${randomBytes(6).toString('hex')}`);
}

/**
 * The feature's parts over real storage, with everything else scripted.
 * @param over storage that is there already, another way to it, or another version of the policy
 */
export async function surroundings(
  over: { storage?: Storage; policy?: PolicyToConfirm; way?: string | undefined } = {},
) {
  const storage = over.storage ?? (await newStorage(over.way));
  const policy = over.policy ?? samplePolicy;
  const messenger = new ScriptedMessenger();
  const directory = new ScriptedDirectory();
  const time = { now: NOW };
  const scheduled: string[] = [];
  const jobs: Partial<Jobs> = {
    schedule: (kind, key) => Promise.resolve(void scheduled.push(`${kind} ${key}`)),
    scheduleByLatest: () => Promise.resolve(),
  };
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const versions = new PolicyVersions(storage, policy, { now: () => time.now });
  const parties: Parties = {
    storage,
    messenger: messenger as Partial<Messenger> as Messenger,
    directory: directory as Partial<Directory> as Directory,
    roles: {} as Roles,
    jobs: jobs as Jobs,
    clock: { now: () => time.now },
    log: silent,
    policy,
    administrators: ['admin'],
    evidenceFiles: {
      baseUrl: 'http://127.0.0.1:1',
      signing: createSigning(generateKeyPairSync('ed25519').privateKey),
    },
    checkQuestions: sampleQuestions,
    commandIn: () => Promise.resolve(undefined),
    campaigns: new Campaigns(storage),
    recipients: new Recipients(storage),
    claims: new Claims(storage, (version) => versions.rootOf(version)),
    versions,
    teamRequests: new TeamRequests(storage),
    evidence: new Evidence(storage),
    lists: new Lists(storage),
    countings: new Countings(jobs as Jobs, { now: () => time.now }),
    reminders: reminderStores(storage),
    sharedAccounts: new SharedAccounts(storage, { now: () => time.now }),
  };
  return { parties, messenger, directory, time, scheduled };
}
