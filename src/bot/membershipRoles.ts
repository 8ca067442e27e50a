import { setTimeout as sleep } from 'node:timers/promises';
import type { ComplaintsRoles } from '../storage/complaintsRoles';
import type { StoredDirectory } from '../storage/directory';
import type { ComplaintsMembership, Role, TeamRecord } from '../storage/roles';
import type { Messenger } from './messengerPort';

/** A press must be answered within 3 s; a check that takes longer than this has failed. */
const PATIENCE_MS = 2_000;

export interface MembershipRolesDeps {
  readonly directory: StoredDirectory;
  readonly messenger: Messenger;
  readonly complaints: ComplaintsRoles;
  /** Entra object ids from the configuration. */
  readonly administrators: readonly string[];
}

/** Roles that follow Teams membership; administrators are named in the configuration. */
export class MembershipRoles implements ComplaintsMembership {
  private readonly administrators: ReadonlySet<string>;

  constructor(private readonly deps: MembershipRolesDeps) {
    this.administrators = new Set(deps.administrators.map((id) => id.toLowerCase()));
  }

  async of(personId: string): Promise<ReadonlySet<Role>> {
    const roles = new Set<Role>();
    if (this.administrators.has(personId)) roles.add('administrator');
    for (const team of await this.memberOf(personId)) {
      if (team.managers) roles.add('manager');
      if (team.concernsChannelId) for (const role of await this.complaintsRolesOf(personId)) roles.add(role);
    }
    return roles;
  }

  /** One answer of Teams for each team that would give the role; without an answer the person does not hold it. */
  async confirm(personId: string, role: Role): Promise<boolean> {
    if (role === 'administrator') return this.administrators.has(personId);
    if (role !== 'manager')
      return (await this.complaintsRolesOf(personId)).includes(role) && this.couldHandle(personId);
    for (const team of await this.memberOf(personId)) {
      if (team.managers && (await this.isMember(team, personId))) return true;
    }
    return false;
  }

  /** Teams is asked straight away: the table may not know yet that somebody joined. */
  async couldHandle(personId: string): Promise<boolean> {
    if (this.administrators.has(personId)) return false;
    const channel = await this.deps.directory.concernsChannel();
    return channel !== undefined && this.isMember(channel.team, personId);
  }

  async isThere(personId: string, teamId: string): Promise<boolean> {
    if (this.administrators.has(personId)) return false;
    const team = await this.deps.directory.team(teamId);
    return team !== undefined && team.installed && this.isMember(team, personId);
  }

  async teamsOf(personId: string): Promise<readonly TeamRecord[]> {
    if (this.administrators.has(personId)) return this.deps.directory.teams();
    const mine = await this.memberOf(personId);
    return mine.some((team) => team.managers) ? mine : [];
  }

  /** The lead is a handler too. An administrator is neither, whoever names them. */
  private async complaintsRolesOf(personId: string): Promise<readonly Role[]> {
    if (this.administrators.has(personId)) return [];
    const held = await this.deps.complaints.holds(personId);
    if (!held) return [];
    return held === 'complaintsLead' ? ['handler', 'complaintsLead'] : ['handler'];
  }

  private async memberOf(personId: string): Promise<readonly TeamRecord[]> {
    const memberships = await this.deps.directory.memberships(personId);
    if (memberships.size === 0) return [];
    const teams = await this.deps.directory.teams();
    return teams.filter(({ id }) => memberships.get(id)?.guest === false);
  }

  private async isMember(team: TeamRecord, personId: string): Promise<boolean> {
    const where = { serviceUrl: team.serviceUrl, conversationId: team.id };
    const asked = this.deps.messenger.member(where, personId, 'waiting');
    const answer = await Promise.race([asked, sleep(PATIENCE_MS, undefined, { ref: false })]);
    return answer?.outcome === 'read' && answer.value !== undefined && !answer.value.guest;
  }
}
