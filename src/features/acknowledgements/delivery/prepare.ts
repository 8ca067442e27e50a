import { audienceOf } from '../compose/audience';
import type { TeamAudience } from '../compose/audience';
import type { Campaign, Part } from '../campaign/campaign';
import { PART_LIMIT } from '../campaign/campaign';
import { noCounts } from '../campaign/counts';
import type { Recipient } from '../campaign/recipient';
import type { Parties } from '../parties';

/**
 * Writes a row for everybody in the audience before anybody is sent anything. Cut short and run again it goes on
 * with those who have no row yet, so that a roster that changed in between gives nobody two rows.
 * @returns false when told to stop before the end
 */
export async function prepare(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const { directory, campaigns, recipients } = parties;
  const known = (await campaigns.view(campaign.id))?.parts ?? [];
  const counted = new Set<string>();
  for (const part of known) {
    for await (const { value } of recipients.list(campaign.id, part.id)) counted.add(value.personId);
  }
  const choice = {
    teamIds: campaign.teams.map((team) => team.id),
    leftOut: campaign.senderIncluded ? undefined : campaign.managerId,
  };
  for await (const audience of audienceOf(directory, choice, counted)) {
    if (!mayGoOn()) return false;
    await writeTeam(parties, campaign, audience, known);
  }
  return true;
}

/** The part's row comes first: a part that is cut short is found again. */
async function writeTeam(
  { campaigns, recipients, clock }: Parties,
  campaign: Campaign,
  { team, index, members }: TeamAudience,
  known: readonly Part[],
): Promise<void> {
  const firstNumber = known.filter((part) => part.id.startsWith(`${index}-`)).length;
  for (let start = 0; start < members.length; start += PART_LIMIT) {
    const some = members.slice(start, start + PART_LIMIT);
    const id = `${index}-${firstNumber + start / PART_LIMIT}`;
    const counts = { ...noCounts, pending: some.length };
    const part: Part = {
      kind: 'part',
      id,
      teamName: team.name,
      counts,
      countedAt: clock.now().toISOString(),
    };
    await campaigns.putPart(campaign.id, part);
    const rows = some.map((member): Recipient => ({
      kind: 'recipient',
      personId: member.personId,
      teamsId: member.teamsId,
      name: member.name,
      serviceUrl: team.serviceUrl,
      delivery: 'pending',
      attempts: 0,
    }));
    await recipients.add(campaign.id, id, rows);
  }
}
