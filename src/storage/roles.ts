/** What somebody may do beyond being staff. Roles follow Teams membership; guests never hold one. */
export type Role = 'manager' | 'handler' | 'complaintsLead' | 'administrator';

/** A team as the product knows it. */
export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly serviceUrl: string;
  /** Set by an administrator with `use this team for managers`. */
  readonly managers: boolean;
  /** Set by an administrator with `use this channel for concerns`: handlers are members of this team. */
  readonly concernsChannelId?: string | undefined;
  /** A channel of this team was set for concerns once. */
  readonly hadConcerns?: boolean | undefined;
  /** The bot is in the team. */
  readonly installed: boolean;
}

/** A person as the product knows them. */
export interface PersonRecord {
  /** Entra object id. */
  readonly id: string;
  readonly teamsId: string;
  readonly name: string;
  readonly serviceUrl: string;
  /** The one-to-one chat with the bot, once there is one. */
  readonly conversationId?: string | undefined;
  readonly chat: 'open' | 'none' | 'blocked';
  /** The last month in which they wrote or pressed something (YYYY-MM, UTC): no more is needed to forget them in time. */
  readonly spokeIn?: string | undefined;
}

export interface MemberRecord {
  readonly personId: string;
  readonly teamsId: string;
  readonly name: string;
  readonly email?: string | undefined;
  /** What they sign in with, where that is not their e-mail address. */
  readonly userPrincipalName?: string | undefined;
  readonly guest: boolean;
}

/** Who holds which role, from the membership table. */
export interface Roles {
  of(personId: string): Promise<ReadonlySet<Role>>;
  /**
   * The check at the moment of acting: asks Teams whether the person is still a member of a team that gives the
   * role. Fails closed: without an answer the person does not hold it.
   */
  confirm(personId: string, role: Role): Promise<boolean>;
  /** Teams that the manager may send to: the bot is in them and the person belongs to them; administrators: all. */
  teamsOf(personId: string): Promise<readonly TeamRecord[]>;
}

/** The roles, and who may come to hold one of the complaints team. */
export interface ComplaintsMembership extends Roles {
  /**
   * Whether somebody could be a handler, asked of Teams now: a member of the complaints team, no guest, no
   * administrator. They are one once the complaints lead confirms them.
   */
  couldHandle(personId: string): Promise<boolean>;
  /** Whether Teams says now that somebody is in a team: no guest, and no administrator of this bot. */
  isThere(personId: string, teamId: string): Promise<boolean>;
}

/** People, teams and who belongs where. */
export interface Directory {
  person(id: string): Promise<PersonRecord | undefined>;
  team(id: string): Promise<TeamRecord | undefined>;
  teams(): Promise<readonly TeamRecord[]>;
  /** Everybody whom the product knows: a reading of the whole table. */
  everybody(): AsyncIterable<PersonRecord>;
  /** Members of a team as last seen; guests included and marked. */
  members(teamId: string): AsyncIterable<MemberRecord>;
  /** Teams that somebody belongs to as last seen, those that the bot was taken out of too; guests are marked. */
  memberships(personId: string): Promise<ReadonlyMap<string, { readonly guest: boolean }>>;
  /** The channel that concerns go to, once set. */
  concernsChannel(): Promise<{ readonly team: TeamRecord; readonly channelId: string } | undefined>;
}
