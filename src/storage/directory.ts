import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { spread } from './keys';
import type { Directory, MemberRecord, PersonRecord, TeamRecord } from './roles';
import type { Storage } from './storage';
import type { Table } from './table';

const person = z.object({
  id: z.string(),
  teamsId: z.string(),
  name: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string().optional(),
  chat: z.enum(['open', 'none', 'blocked']),
  spokeIn: z.string().optional(),
});
const team = z.object({
  id: z.string(),
  name: z.string(),
  serviceUrl: z.string(),
  managers: z.boolean(),
  concernsChannelId: z.string().optional(),
  hadConcerns: z.boolean().optional(),
  installed: z.boolean(),
});
const member = z.object({
  personId: z.string(),
  teamsId: z.string(),
  name: z.string(),
  email: z.string().optional(),
  userPrincipalName: z.string().optional(),
  guest: z.boolean(),
});
const belonging = z.object({ guest: z.boolean() });
/** Teams are few (tens), so they lie together and are listed in one request. */
const TEAMS = 'teams';
/** Persons whose record is known not to have changed: spares a write on every turn. */
const REMEMBERED = 5_000;

/** People, teams and who belongs where, in tables. Memberships are kept both ways: by team and by person. */
export class StoredDirectory implements Directory {
  private readonly people: Table<PersonRecord>;
  private readonly teamTable: Table<TeamRecord>;
  private readonly byTeam: Table<MemberRecord>;
  private readonly byPerson: Table<{ guest: boolean }>;
  private readonly remembered = new Map<string, string>();

  constructor(storage: Storage) {
    this.people = storage.table('people', person);
    this.teamTable = storage.table('teams', team);
    this.byTeam = storage.table('teamMembers', member);
    this.byPerson = storage.table('memberships', belonging);
  }

  async person(id: string): Promise<PersonRecord | undefined> {
    return (await this.people.get(spread(id), id))?.value;
  }

  async *everybody(): AsyncGenerator<PersonRecord> {
    for await (const row of this.people.list()) yield row.value;
  }

  async team(id: string): Promise<TeamRecord | undefined> {
    return (await this.teamTable.get(TEAMS, id))?.value;
  }

  async teams(): Promise<readonly TeamRecord[]> {
    return (await this.everyTeam()).filter(({ installed }) => installed);
  }

  async *members(teamId: string): AsyncGenerator<MemberRecord> {
    for await (const row of this.byTeam.list({ partition: teamId })) yield row.value;
  }

  async concernsChannel(): Promise<{ readonly team: TeamRecord; readonly channelId: string } | undefined> {
    for (const found of await this.teams()) {
      if (found.concernsChannelId) return { team: found, channelId: found.concernsChannelId };
    }
    return undefined;
  }

  /** Teams that the person belongs to, with whether they are a guest there. */
  async memberships(personId: string): Promise<ReadonlyMap<string, { readonly guest: boolean }>> {
    const found = new Map<string, { guest: boolean }>();
    for await (const row of this.byPerson.list({ partition: personId })) found.set(row.row, row.value);
    return found;
  }

  /** Notes who somebody is and where their chat is; writes only what is new. */
  async rememberPerson(
    seen: Omit<PersonRecord, 'chat'> & { readonly chat?: PersonRecord['chat'] },
  ): Promise<void> {
    const print = JSON.stringify(seen);
    if (this.remembered.get(seen.id) === print) return;
    await this.people.change(spread(seen.id), seen.id, (now) => {
      const next: PersonRecord = { chat: 'none', ...now, ...defined(seen) };
      return now && same(now, next) ? undefined : next;
    });
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(seen.id, print);
  }

  /** Nothing about this person stays here. */
  async forget(personId: string): Promise<void> {
    this.remembered.delete(personId);
    await this.people.remove(spread(personId), personId);
  }

  /** The chat with somebody ended or was blocked, or came back. */
  async setChat(personId: string, chat: PersonRecord['chat']): Promise<void> {
    this.remembered.delete(personId);
    await this.people.change(spread(personId), personId, (now) => (now ? { ...now, chat } : undefined));
  }

  /** The bot was added to a team, or the team was renamed. What administrators set for it stays. */
  async rememberTeam(seen: Pick<TeamRecord, 'id' | 'name' | 'serviceUrl' | 'installed'>): Promise<void> {
    await this.teamTable.change(TEAMS, seen.id, (now) => ({
      managers: false,
      ...now,
      ...seen,
      name: seen.name || now?.name || '',
    }));
  }

  async setManagers(teamId: string, on: boolean): Promise<void> {
    await this.teamTable.change(TEAMS, teamId, (now) => now && { ...now, managers: on });
  }

  /**
   * One channel takes concerns: setting it in one team takes it from every other, also where the bot was taken out of
   * that team and may come back.
   */
  async setConcernsChannel(teamId: string, channelId: string | undefined): Promise<void> {
    await this.teamTable.change(
      TEAMS,
      teamId,
      (now) => now && { ...now, concernsChannelId: channelId, hadConcerns: true },
    );
    if (!channelId) return;
    for (const other of await this.everyTeam()) {
      if (other.id === teamId || !other.concernsChannelId) continue;
      await this.teamTable.change(
        TEAMS,
        other.id,
        (now) => now && { ...now, concernsChannelId: undefined, hadConcerns: true },
      );
    }
  }

  async hadConcernsChannel(): Promise<boolean> {
    const teams = await this.everyTeam();
    return teams.some(({ concernsChannelId, hadConcerns }) => concernsChannelId ?? hadConcerns);
  }

  async addMember(teamId: string, joined: MemberRecord): Promise<void> {
    await this.byTeam.put(teamId, joined.personId, joined);
    await this.byPerson.put(joined.personId, teamId, { guest: joined.guest });
  }

  async removeMember(teamId: string, personId: string): Promise<void> {
    await this.byPerson.remove(personId, teamId);
    await this.byTeam.remove(teamId, personId);
  }

  /** The same for somebody of whom only Teams' own id (`29:…`) is known. */
  async removeMemberCalled(teamId: string, teamsId: string): Promise<void> {
    const filter = odata`teamsId eq ${teamsId}`;
    for await (const { value } of this.byTeam.list({ partition: teamId, filter }))
      await this.removeMember(teamId, value.personId);
  }

  private async everyTeam(): Promise<TeamRecord[]> {
    const found: TeamRecord[] = [];
    for await (const { value } of this.teamTable.list({ partition: TEAMS })) found.push(value);
    return found;
  }
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

function same(one: PersonRecord, other: PersonRecord): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof PersonRecord)[]).every(
    (key) => one[key] === other[key],
  );
}
