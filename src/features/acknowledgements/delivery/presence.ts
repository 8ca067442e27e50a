import type { Directory } from '../../../storage/roles';
import type { Campaign, Part } from '../campaign/campaign';
import { mayLeave } from '../campaign/left';
import type { Parties } from '../parties';
import { teamIndexOf } from './places';

/**
 * Who of a request is still there: whoever is in one of its teams, and of its list whoever is in any team at all. A
 * team that the bot was taken out of says nothing about its people, so they count as there.
 */
export class Presence {
  private constructor(
    private readonly parties: Parties,
    private readonly campaign: Campaign,
    private readonly inItsTeams: ReadonlySet<string>,
    /** Those of its list who are in a team of the bot. */
    private readonly listedHere: ReadonlySet<string>,
    private readonly listed: ReadonlySet<string>,
  ) {}

  /** Reads each roster once; those of other teams only where there is a list. */
  static async read(parties: Parties, campaign: Campaign): Promise<Presence> {
    const { directory } = parties;
    const listed = await peopleOfList(parties, campaign);
    const others = listed.size > 0 ? await directory.teams() : [];
    const anywhere = await membersOf(directory, others);
    const listedHere = new Set([...listed].filter((personId) => anywhere.has(personId)));
    return new Presence(parties, campaign, await membersOf(directory, campaign.teams), listedHere, listed);
  }

  /** @returns who of this part is still there; undefined where nothing can be said about it */
  async of(part: Part): Promise<ReadonlySet<string> | undefined> {
    const { teams, listId } = this.campaign;
    const index = teamIndexOf(part.id);
    const team = teams[index];
    if (team && !(await this.parties.directory.team(team.id))?.installed) return undefined;
    // The list comes after the teams.
    if (!team && !(listId && index === teams.length)) return undefined;
    return new Set([...this.inItsTeams, ...this.listedHere, ...(await this.elsewhere(part))]);
  }

  /** Those of the list who are in a team that the bot was taken out of: few, so that each is looked up. */
  private async elsewhere(part: Part): Promise<string[]> {
    const { recipients, directory } = this.parties;
    const found: string[] = [];
    if (this.listed.size === 0) return found;
    for await (const { value } of recipients.list(this.campaign.id, part.id)) {
      const { personId } = value;
      const isMissing = !this.inItsTeams.has(personId) && !this.listedHere.has(personId);
      if (!isMissing || !this.listed.has(personId) || !mayLeave(value)) continue;
      const memberships = await directory.memberships(personId);
      if ([...memberships.values()].some(({ guest }) => !guest)) found.push(personId);
    }
    return found;
  }
}

async function peopleOfList({ lists }: Parties, { listId }: Campaign): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  if (listId) for await (const { personId } of lists.people(listId)) listed.add(personId);
  return listed;
}

async function membersOf(
  directory: Directory,
  teams: readonly { readonly id: string }[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (const { id } of teams) {
    for await (const { personId, guest } of directory.members(id)) if (!guest) here.add(personId);
  }
  return here;
}
