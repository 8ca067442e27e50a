import type { CampaignView, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { dayOf } from '../dates';
import type { Parties } from '../parties';
import { teamIndexOf } from '../delivery/places';
import type { AsAt, Group } from './standing';
import { groupAt } from './standing';

/** Whom a request asked of a team. */
export interface PeopleAsked {
  readonly counts: Record<Group, number>;
  /** Members of the team who are asked as members of another one. */
  readonly throughOtherTeams: readonly Recipient[];
  /** Members of the team today whom it did not ask; empty for another day, whose roster nobody kept. */
  readonly notAsked: readonly { readonly name: string; readonly why: string }[];
}

/** Parts with the people who are asked as members of this team. */
export function ownParts({ campaign, parts }: CampaignView, teamId: string): Part[] {
  return parts.filter((part) => campaign.teams[teamIndexOf(part.id)]?.id === teamId);
}

/** Reads the team's parts without keeping them, and the others only for members whom those do not name. */
export async function peopleAsked(
  parties: Parties,
  view: CampaignView,
  teamId: string,
  at: AsAt,
): Promise<PeopleAsked> {
  const counts = { confirmed: 0, onPaper: 0, away: 0, outstanding: 0, notReached: 0, left: 0, withdrawn: 0 };
  const members = await rosterOf(parties, teamId);
  const own = new Set(ownParts(view, teamId).map((part) => part.id));
  for (const partId of own) {
    for await (const { value } of parties.recipients.list(view.campaign.id, partId)) {
      counts[groupAt(value, at)] += 1;
      members.delete(value.personId);
    }
  }
  const throughOtherTeams: Recipient[] = [];
  for (const { id } of view.parts) {
    if (members.size === 0) break;
    if (own.has(id)) continue;
    for await (const { value } of parties.recipients.list(view.campaign.id, id)) {
      if (!members.delete(value.personId)) continue;
      counts[groupAt(value, at)] += 1;
      throughOtherTeams.push(value);
    }
  }
  const isToday = at.day === dayOf(parties.clock.now());
  return { counts, throughOtherTeams, notAsked: isToday ? [...members.values()].sort(byName) : [] };
}

/** A team has at most 25,000 members (Microsoft Learn, "Limits and specifications for Teams"). */
async function rosterOf({ directory, sharedAccounts }: Parties, teamId: string) {
  const shared = new Set((await sharedAccounts.all()).map(({ personId }) => personId));
  const members = new Map<string, { name: string; why: string }>();
  for await (const { personId, name, guest } of directory.members(teamId)) {
    const isShared = shared.has(personId) ? 'A shared account: its people are asked on paper' : '';
    members.set(personId, { name, why: guest ? 'A guest' : isShared });
  }
  return members;
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'en-GB');
}
