import type { Campaign, Part } from '../campaign/campaign';
import { afterLeaving, afterReturn, hasLeftTeam } from '../campaign/left';
import type { Parties } from '../parties';
import { teamIndexOf } from './places';
import { askAnew } from './retryFailed';

/**
 * Records who is in no team of the request any more, and takes back who returned. A team that the bot was taken out
 * of says nothing about its people.
 */
export async function noteMembership(
  parties: Parties,
  campaign: Campaign,
  parts: readonly Part[],
): Promise<void> {
  const here = await membersOf(parties, campaign);
  for (const part of parts) {
    const team = campaign.teams[teamIndexOf(part.id)];
    const known = team && (await parties.directory.team(team.id));
    if (known?.installed) await noteIn(parties, campaign, part, here);
  }
}

async function noteIn(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  here: ReadonlySet<string>,
): Promise<void> {
  const { recipients, clock } = parties;
  const back = new Set<string>();
  await recipients.sweep(
    { campaignId: campaign.id, partId: part.id },
    (row) => (here.has(row.personId) ? afterReturn(row) : afterLeaving(row, clock.now())),
    (row) => {
      if (here.has(row.personId) && hasLeftTeam(row) && !row.activityId) back.add(row.personId);
    },
  );
  if (back.size === 0) return;
  await askAnew(parties, campaign, part, (row) => back.has(row.personId) && hasLeftTeam(row));
}

async function membersOf({ directory }: Parties, campaign: Campaign): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (const team of campaign.teams) {
    for await (const member of directory.members(team.id)) if (!member.guest) here.add(member.personId);
  }
  return here;
}
