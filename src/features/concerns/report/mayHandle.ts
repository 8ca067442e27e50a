import type { Clock } from '../../../clock';
import type { Directory } from '../../../storage/roles';

/** Somebody who might come to handle a report, or to see that there is one. */
export interface MayHandle {
  readonly id: string;
  readonly name: string;
  readonly as: 'complaints team' | 'manager' | 'administrator' | 'outside the team';
}

/** Rosters change rarely, and a card with yesterday's list would still be right in nearly every name. */
const KEPT_MS = 60_000;

export interface MayHandleDeps {
  readonly directory: Pick<Directory, 'teams' | 'members' | 'person'>;
  /** Entra object ids. */
  readonly administrators: readonly string[];
  readonly clock: Clock;
  /** Who gets a report that names somebody who might handle it. */
  readonly listed: () => Promise<readonly { readonly personId: string; readonly name: string }[]>;
}

/** Handlers, managers and administrators as the directory knows them: whoever of them is involved must not handle a report. */
export class PeopleWhoMayHandle {
  private known: { readonly at: number; readonly people: Promise<readonly MayHandle[]> } | undefined;

  constructor(private readonly deps: MayHandleDeps) {}

  /** In the order of their names, each person once, under what makes them most likely to see it. */
  async all(): Promise<readonly MayHandle[]> {
    const now = this.deps.clock.now().getTime();
    const fresh = this.known && Math.abs(now - this.known.at) < KEPT_MS ? this.known : undefined;
    const kept = fresh ?? { at: now, people: this.read() };
    this.known = kept;
    // What failed is read again the next time.
    kept.people.catch(() => (this.known = undefined));
    return kept.people;
  }

  private async read(): Promise<readonly MayHandle[]> {
    const found = new Map<string, MayHandle>();
    const add = (one: MayHandle): void => void (found.has(one.id) || found.set(one.id, one));
    const teams = await this.deps.directory.teams();
    for (const team of teams.filter(({ concernsChannelId }) => concernsChannelId))
      for await (const member of this.membersOf(team.id)) add({ ...member, as: 'complaints team' });
    for (const team of teams.filter(({ managers }) => managers))
      for await (const member of this.membersOf(team.id)) add({ ...member, as: 'manager' });
    for (const id of this.deps.administrators) {
      const person = await this.deps.directory.person(id);
      if (person) add({ id, name: person.name, as: 'administrator' });
    }
    for (const { personId, name } of await this.deps.listed())
      add({ id: personId, name, as: 'outside the team' });
    return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  private async *membersOf(teamId: string): AsyncGenerator<{ readonly id: string; readonly name: string }> {
    for await (const { personId, name, guest } of this.deps.directory.members(teamId))
      if (!guest) yield { id: personId, name };
  }
}
