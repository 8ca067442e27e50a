import { audienceOf, choiceOf } from '../compose/audience';
import type { TeamAudience } from '../compose/audience';
import type { Campaign, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import { afterClaim } from '../campaign/covered';
import { countIn, noCounts } from '../campaign/counts';
import type { Recipient } from '../campaign/recipient';
import { dayOf } from '../dates';
import type { Parties } from '../parties';
import { sameVersion, versionOf } from '../policyToConfirm';
import type { Filled } from './places';
import { placesFor } from './places';

/** As many names as there may be shared accounts fit one property of a row. */
const LONGEST_NAME = 100;

/**
 * Writes a row for everybody in the audience who has none: before anybody is sent anything, and again for those who
 * join later. Cut short and run again it goes on where it was, so that a roster that changed in between gives nobody
 * two rows.
 * @returns false when told to stop before the end
 */
export async function prepare(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
): Promise<boolean> {
  if (campaign.state === 'preparing') await parties.teamRequests.enter(campaign);
  const { counted, sizes } = await rowsSoFar(parties, campaign);
  const shared = new Set<string>();
  for await (const audience of audienceOf(parties, choiceOf(campaign), counted, shared)) {
    if (!mayGoOn()) return false;
    await writeTeam(parties, campaign, audience, sizes);
  }
  await noteShared(parties, campaign, [...shared].map((name) => name.slice(0, LONGEST_NAME)).sort());
  return true;
}

/** So that the status card can name them without looking for them. */
async function noteShared({ campaigns }: Parties, { id }: Campaign, names: string[]): Promise<void> {
  await campaigns.change(id, (now) =>
    (now.notAsked ?? []).join('\n') === names.join('\n') ? now : { ...now, notAsked: names },
  );
}

/** @returns whether people without a row are asked: at the beginning everybody, later those who join in time. */
export async function asksNewPeople(
  { clock, policy, versions }: Parties,
  campaign: Campaign,
): Promise<boolean> {
  if (campaign.state === 'preparing') return true;
  const inTime = campaign.due >= dayOf(clock.now());
  if (!campaign.joinersIncluded || !inTime) return false;
  return (await versions.sameAs(versionOf(policy))).some((version) => sameVersion(campaign, version));
}

async function rowsSoFar({ campaigns, recipients }: Parties, { id }: Campaign) {
  const counted = new Set<string>();
  const sizes = new Map<string, number>();
  for (const part of (await campaigns.view(id))?.parts ?? []) {
    const before = counted.size;
    for await (const { value } of recipients.list(id, part.id)) counted.add(value.personId);
    sizes.set(part.id, counted.size - before);
  }
  return { counted, sizes };
}

async function writeTeam(
  parties: Parties,
  campaign: Campaign,
  { team, index, members }: TeamAudience,
  sizes: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = members.map((member): Recipient => ({
    kind: 'recipient',
    personId: member.personId,
    teamsId: member.teamsId,
    name: member.name,
    serviceUrl: member.serviceUrl ?? team.serviceUrl,
    delivery: member.onPaper ? 'onPaper' : 'pending',
    attempts: 0,
  }));
  for (const place of placesFor(index, rows, sizes)) await writePart(parties, campaign, team.name, place);
}

/** Nobody else asks who is asked on paper alone. */
function isInTeams({ delivery }: Recipient): boolean {
  return delivery !== 'onPaper';
}

/** The part's row comes first: a part that is cut short is found again. */
async function writePart(
  { campaigns, recipients, claims, clock }: Parties,
  campaign: Campaign,
  teamName: string,
  { partId, isNew, some }: Filled<Recipient>,
): Promise<void> {
  if (isNew) {
    const counts = { ...noCounts };
    for (const row of some) countIn(counts, row);
    const countedAt = clock.now().toISOString();
    const part: Part = { kind: 'part', id: partId, teamName, counts, countedAt };
    await campaigns.putPart(campaign.id, part);
  }
  const mine = { campaignId: campaign.id, partId };
  const people = asksToConfirm(campaign) ? some.filter(isInTeams).map((row) => row.personId) : [];
  const standing = await claims.claim(campaign, mine, people);
  const rows = some.map((row) =>
    isInTeams(row) ? afterClaim(row, mine, standing.get(row.personId) ?? mine) : row,
  );
  await recipients.add(campaign.id, partId, rows);
}
