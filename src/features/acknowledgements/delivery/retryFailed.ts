import type { Stored } from '../../../storage/table';
import { BATCH_LIMIT } from '../../../storage/table';
import type { Campaign, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Claim } from '../campaign/claims';
import { afterClaim } from '../campaign/covered';
import type { Recipient } from '../campaign/recipient';
import { wasShared } from '../campaign/shared';
import type { Parties } from '../parties';

/** States that "Retry failed" tries again. */
const FAILED: readonly string[] = ['failed', 'blocked', 'notInstalled'];

/** Puts whoever could not be reached back to pending, and nobody else. */
export async function retryFailed(
  parties: Parties,
  campaign: Campaign,
  parts: readonly Part[],
): Promise<void> {
  for (const part of parts) {
    await askAnew(parties, campaign, part, (row) => FAILED.includes(row.delivery) && !row.acknowledgedAt);
  }
}

/** Those for whom another request has sent a card in the meantime are covered by that one instead. */
export async function askAnew(
  { recipients, claims }: Parties,
  campaign: Campaign,
  part: Part,
  wanted: (row: Recipient) => boolean,
): Promise<void> {
  const found: Stored<Recipient>[] = [];
  for await (const stored of recipients.list(campaign.id, part.id))
    if (wanted(stored.value)) found.push(stored);
  const mine = { campaignId: campaign.id, partId: part.id };
  const people = asksToConfirm(campaign) ? found.map(({ value }) => value.personId) : [];
  const standing = await claims.claim(campaign, mine, people);
  const changes = found.map((stored) => ({
    stored,
    decide: (now: Recipient): Recipient =>
      wanted(now)
        ? afterClaim(fresh(now), mine, takenOver(stored.value, now) ?? standing.get(now.personId) ?? mine)
        : now,
  }));
  for (let start = 0; start < changes.length; start += BATCH_LIMIT) {
    await recipients.changeTogether(mine, changes.slice(start, start + BATCH_LIMIT));
  }
}

/** @returns who took the person over since the row was read, which the claims may not have said yet. */
function takenOver({ coveredBy: before }: Recipient, { coveredBy: now }: Recipient): Claim | undefined {
  return now?.campaignId === before?.campaignId ? undefined : now;
}

/** The card of an account that was shared said that the request was withdrawn: the new one counts. */
const NO_CARD = {
  sharedAt: undefined,
  recalledAt: undefined,
  activityId: undefined,
  conversationId: undefined,
  reminderIds: undefined,
  cardSays: undefined,
};

/** As before the first try. */
function fresh(recipient: Recipient): Recipient {
  const nothing = { nextTryAt: undefined, refusal: undefined, code: undefined, leftTeamAt: undefined };
  const tried = { ...recipient, ...nothing, attempts: 0 };
  return wasShared(recipient) ? { ...tried, ...NO_CARD } : tried;
}
