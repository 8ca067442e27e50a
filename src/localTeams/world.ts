import { chatIdFrom, guidFrom, personIdFrom, threadIdFrom } from './ids';
import type { ChannelEntry, PeopleFile, PersonEntry, TeamEntry } from './people';

/** A person with their ids, and how the bot stands with them now. */
export interface Person {
  key: string;
  name: string;
  title: string;
  role: string;
  id: string;
  aadObjectId: string;
  email: string;
  guest: boolean;
  chatId: string;
  /** personal scope */
  installed: boolean;
  /** whether the people file gives this person the bot at the first start */
  startsInstalled: boolean;
  blocked: boolean;
  departed: boolean;
}

/** A channel; `members` is undefined where everybody of the team belongs to it. */
export interface Channel {
  /** `team/channel` */
  key: string;
  name: string;
  id: string;
  type: 'standard' | 'private' | 'shared';
  members?: string[];
}

/** A team; its id is its General channel's. */
export interface Team {
  key: string;
  name: string;
  id: string;
  aadGroupId: string;
  installed: boolean;
  /** whether the people file puts the bot into this team at the first start */
  startsInstalled: boolean;
  members: Set<string>;
  channels: Channel[];
}

/** Where a message stands: the chat of one person, or a channel. */
export type Place =
  | { kind: 'personal'; id: string; person: Person }
  | { kind: 'channel'; id: string; team: Team; channel: Channel };

/** Everybody and everything that has an id. What changes in it is changed by records only (state.ts). */
export class World {
  readonly people = new Map<string, Person>();
  readonly teams = new Map<string, Team>();
  private readonly peopleById = new Map<string, Person>();
  private readonly places = new Map<string, Place>();

  constructor(
    readonly tenantId: string,
    readonly bot: { id: string; appId: string; name: string },
    file: Pick<PeopleFile, 'people' | 'teams'>,
  ) {
    for (const entry of file.people) this.addPerson(entry);
    for (const entry of file.teams) this.addTeam(entry);
  }

  /** By key, `29:` id or aadObjectId. */
  person(name: string): Person | undefined {
    return this.people.get(name) ?? this.peopleById.get(name);
  }

  /** By key or id. */
  team(name: string): Team | undefined {
    return this.teams.get(name) ?? [...this.teams.values()].find((team) => team.id === name);
  }

  /** By the id of a chat or channel, a person's key, or a channel's key. */
  place(name: string): Place | undefined {
    const person = this.people.get(name);
    return this.places.get(person ? person.chatId : name);
  }

  teamsOf(person: Person): Team[] {
    return [...this.teams.values()].filter((team) => team.members.has(person.key));
  }

  /** The people who are in a place, in the people file's order. */
  membersAt(place: Place): Person[] {
    if (place.kind === 'personal') return [place.person];
    return [...this.people.values()].filter((person) => this.isAt(person, place));
  }

  isAt(person: Person, place: Place): boolean {
    if (person.departed) return false;
    if (place.kind === 'personal') return place.person === person;
    const own = place.channel.members;
    return own ? own.includes(person.key) : place.team.members.has(person.key);
  }

  /** In Teams a bot reaches people who have it, and the members of the teams that have it. */
  isReachable(person: Person): boolean {
    return person.installed || this.teamsOf(person).some((team) => team.installed);
  }

  /** Adds a channel to a team; one with the same key stays as it is. */
  addChannel(team: Team, entry: ChannelEntry): Channel {
    const known = team.channels.find((channel) => channel.key === `${team.key}/${entry.key}`);
    if (known) return known;
    const channel: Channel = {
      key: `${team.key}/${entry.key}`,
      name: entry.name,
      id: entry.key === 'general' ? team.id : threadIdFrom(this.tenantId, team.key, entry.key),
      type: entry.type,
      ...(entry.type === 'standard' ? {} : { members: entry.members ?? [] }),
    };
    team.channels.push(channel);
    const place: Place = { kind: 'channel', id: channel.id, team, channel };
    this.places.set(channel.id, place).set(channel.key, place);
    return channel;
  }

  private addPerson(entry: PersonEntry): void {
    const aadObjectId = entry.aadObjectId ?? guidFrom(this.tenantId, entry.key);
    const person: Person = {
      key: entry.key,
      name: entry.name,
      title: entry.title,
      role: entry.role,
      id: entry.id ?? personIdFrom(this.tenantId, this.bot.id, aadObjectId),
      aadObjectId,
      email: entry.email ?? `${entry.key}@example.org`,
      guest: entry.guest,
      chatId: chatIdFrom(this.tenantId, this.bot.id, aadObjectId),
      installed: false,
      startsInstalled: entry.installed,
      blocked: false,
      departed: false,
    };
    this.people.set(person.key, person);
    this.peopleById.set(person.id, person).set(person.aadObjectId, person);
    this.places.set(person.chatId, { kind: 'personal', id: person.chatId, person });
  }

  private addTeam(entry: TeamEntry): void {
    const id = threadIdFrom(this.tenantId, entry.key, 'general');
    const aadGroupId = guidFrom(this.tenantId, entry.key);
    const members = new Set(entry.members);
    const team: Team = {
      key: entry.key,
      name: entry.name,
      id,
      aadGroupId,
      installed: false,
      startsInstalled: entry.installed,
      members,
      channels: [],
    };
    this.teams.set(team.key, team);
    for (const channel of entry.channels) this.addChannel(team, channel);
  }
}
