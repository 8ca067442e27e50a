import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredDirectory } from '../storage/directory';
import type { Role, Roles, TeamRecord } from '../storage/roles';
import type { Messenger } from './messengerPort';

/** A press must be answered within 3 s; a check that takes longer than this has failed. */
const PATIENCE_MS = 2_000;

export interface MembershipRolesDeps {
  readonly directory: StoredDirectory;
  readonly messenger: Messenger;
  /** Entra object ids from the configuration. */
  readonly administrators: readonly string[];
}

/** Roles that follow Teams membership; administrators are named in the configuration. */
export class MembershipRoles implements Roles {
  private readonly administrators: ReadonlySet<string>;

  constructor(private readonly deps: MembershipRolesDeps) {
    this.administrators = new Set(deps.administrators.map((id) => id.toLowerCase()));
  }

  async of(personId: string): Promise<ReadonlySet<Role>> {
    const roles = new Set<Role>();
    if (this.administrators.has(personId)) roles.add('administrator');
    for (const team of await this.memberOf(personId)) {
      if (team.managers) roles.add('manager');
      if (team.concernsChannelId) roles.add('handler');
    }
    return roles;
  }

  /** One answer of Teams for each team that would give the role; without an answer the person does not hold it. */
  async confirm(personId: string, role: Role): Promise<boolean> {
    if (role === 'administrator') return this.administrators.has(personId);
    for (const team of await this.memberOf(personId)) {
      if (gives(team, role) && (await this.isMember(team, personId))) return true;
    }
    return false;
  }

  async teamsOf(personId: string): Promise<readonly TeamRecord[]> {
    if (this.administrators.has(personId)) return this.deps.directory.teams();
    const mine = await this.memberOf(personId);
    return mine.some((team) => team.managers) ? mine : [];
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

function gives(team: TeamRecord, role: Role): boolean {
  return role === 'manager' ? team.managers : team.concernsChannelId !== undefined;
}
