import type { Campaign, Part } from '../campaign/campaign';
import { afterLeaving, afterReturn, hasLeftTeam } from '../campaign/left';
import { afterSharing, wasShared } from '../campaign/shared';
import type { Parties } from '../parties';
import { changeCards } from './cardChanges';
import { Presence } from './presence';
import { recallOf } from './recall';
import { askAnew } from './retryFailed';

/** Records who is in no team any more by which the request reached them, and takes back who returned. */
export async function noteMembership(
  parties: Parties,
  campaign: Campaign,
  parts: readonly Part[],
): Promise<void> {
  const presence = await Presence.read(parties, campaign);
  const shared = new Set((await parties.sharedAccounts.all()).map(({ personId }) => personId));
  for (const part of parts) {
    await noteShared(parties, campaign, part, shared);
    const here = await presence.of(part);
    if (here) await noteIn(parties, campaign, part, here);
  }
}

/** Whose account was listed as shared is not asked any more, and whose is no longer is asked anew. */
async function noteShared(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  shared: ReadonlySet<string>,
): Promise<void> {
  const place = { campaignId: campaign.id, partId: part.id };
  const found = { toRecall: false, back: false };
  await parties.recipients.sweep(
    place,
    (row) => (shared.has(row.personId) ? afterSharing(row, parties.clock.now()) : row),
    (row) => {
      if (shared.has(row.personId)) found.toRecall = true;
      else if (wasShared(row)) found.back = true;
    },
  );
  // A card that Teams does not take now says the same when it is pressed.
  if (found.toRecall) await changeCards(parties, campaign, part, recallOf(campaign, part), () => true);
  if (!found.back) return;
  await askAnew(parties, campaign, part, (row) => wasShared(row) && !shared.has(row.personId));
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
