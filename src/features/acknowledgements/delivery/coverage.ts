import { BATCH_LIMIT } from '../../../storage/table';
import type { Stored } from '../../../storage/table';
import type { Campaign, Part } from '../campaign/campaign';
import type { Claim } from '../campaign/claims';
import {
  afterClaim,
  afterCovering,
  afterFirstAcknowledgement,
  afterFirstPaper,
  afterPassing,
  isCovered,
  isPassedTo,
  stands,
} from '../campaign/covered';
import { isSignedOnPaper } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import type { Parties } from '../parties';

/**
 * Brings the covered rows of a campaign in line with the requests whose cards they count: tells those that they
 * count here too, takes over what was confirmed, and asks whoever is no longer asked there.
 * @returns false where another request is still getting ready: look again soon
 */
export async function settleCovered(
  parties: Parties,
  campaign: Campaign,
  parts: readonly Part[],
): Promise<boolean> {
  let settled = true;
  for (const part of parts) {
    const mine = { campaignId: campaign.id, partId: part.id };
    for (const { owner, people } of await coveredIn(parties, mine)) {
      if (!(await settleWith(parties, campaign, { mine, owner, people }))) settled = false;
    }
  }
  return settled;
}

/** People of one part who count the cards of one part of another request. */
interface Covered {
  readonly owner: Claim;
  readonly people: string[];
}

async function coveredIn({ recipients }: Parties, mine: Claim): Promise<Covered[]> {
  const found = new Map<string, Covered>();
  for await (const { value } of recipients.list(mine.campaignId, mine.partId)) {
    const owner = value.coveredBy;
    if (!owner || !isCovered(value)) continue;
    const key = `${owner.campaignId}:${owner.partId}`;
    const group = found.get(key) ?? { owner, people: [] };
    group.people.push(value.personId);
    found.set(key, group);
  }
  return [...found.values()];
}

async function settleWith(
  parties: Parties,
  campaign: Campaign,
  { mine, owner, people }: Covered & { readonly mine: Claim },
): Promise<boolean> {
  const { recipients, campaigns } = parties;
  // Read before its rows: whoever is not getting ready now has written a row for all whom it claimed until now.
  const other = owner.campaignId ? await campaigns.get(owner.campaignId) : undefined;
  const standing = await tellOwner(parties, mine, owner, new Set(people));
  let settled = true;
  for (const personId of people) {
    const row = standing.get(personId);
    if (row?.acknowledgedAt) {
      const first = { at: row.acknowledgedAt, receipt: row.receipt ?? '' };
      await recipients.change(mine.campaignId, mine.partId, personId, (now) =>
        afterFirstAcknowledgement(now, first),
      );
    } else if (row?.paper && isSignedOnPaper(row)) {
      const paper = { ...row.paper, receipt: row.receipt ?? '' };
      await recipients.change(mine.campaignId, mine.partId, personId, (now) => afterFirstPaper(now, paper));
    } else if (!row && other && isGettingReady(other)) settled = false;
    else if (!stands(row) || isPassedTo(row, mine)) {
      if (!(await askInstead(parties, campaign, { mine, owner, row, personId }))) settled = false;
    }
  }
  return settled;
}

/** At the beginning, and again when it looks at who joined, people are claimed before their rows are written. */
function isGettingReady({ state, lookAgain }: Campaign): boolean {
  return state === 'preparing' || (state !== 'cancelled' && lookAgain !== undefined);
}

/** @returns the rows with the cards as they are after they know that they count here too. */
async function tellOwner(
  { recipients }: Parties,
  mine: Claim,
  owner: Claim,
  people: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Recipient>> {
  const latest = new Map<string, Recipient>();
  const changes: { stored: Stored<Recipient>; decide: (now: Recipient) => Recipient }[] = [];
  if (!owner.campaignId) return latest;
  for await (const stored of recipients.list(owner.campaignId, owner.partId)) {
    if (!people.has(stored.row)) continue;
    const decide = (now: Recipient): Recipient => {
      latest.set(stored.row, now);
      return stands(now) ? afterCovering(now, mine) : now;
    };
    if (decide(stored.value) !== stored.value) changes.push({ stored, decide });
  }
  for (let start = 0; start < changes.length; start += BATCH_LIMIT) {
    await recipients.changeTogether(owner, changes.slice(start, start + BATCH_LIMIT));
  }
  return latest;
}

/** Somebody whom the other request does not ask any more, and their row there as it was read. */
interface Unasked {
  readonly mine: Claim;
  readonly owner: Claim;
  readonly row: Recipient | undefined;
  readonly personId: string;
}

/** @returns false when a third one was quicker, or the other one has just tried again */
async function askInstead(parties: Parties, campaign: Campaign, unasked: Unasked): Promise<boolean> {
  const { recipients, evidence, versions } = parties;
  const { mine, owner, personId } = unasked;
  const same = await versions.sameAs(campaign);
  const record = await evidence.findAny(personId, same);
  const signed = record ? undefined : await evidence.findPaper(personId, same);
  const standing = record || signed ? owner : await takeOver(parties, campaign, unasked);
  await recipients.change(mine.campaignId, mine.partId, personId, (now) => {
    if (!isCovered(now)) return now;
    if (signed?.paper)
      return afterFirstPaper(now, { ...signed.paper, recordedAt: signed.at, receipt: signed.receipt });
    return record ? afterFirstAcknowledgement(now, record) : afterClaim(now, mine, standing);
  });
  return record !== undefined || signed !== undefined || standing.campaignId === mine.campaignId;
}

/**
 * Takes the claim first and then notes it in the other request's row: whoever tries that row again either saw the
 * claim or sees the note, or was there before the note and keeps the person. Where a crash left the row with us before
 * ours was written, the claim alone says who asks. @returns the claim that stands
 */
async function takeOver(
  { recipients, claims }: Parties,
  campaign: Campaign,
  { mine, owner, row, personId }: Unasked,
): Promise<Claim> {
  const from = isPassedTo(row, mine) ? mine : owner;
  const standing = await claims.takeOver(campaign, personId, from, mine);
  // A withdrawn request tries nobody again.
  if (standing.campaignId !== mine.campaignId || !row || row.delivery === 'cancelled') return standing;
  const noted = await recipients.change(owner.campaignId, owner.partId, personId, (now) =>
    stands(now) ? now : afterPassing(now, mine),
  );
  return stands(noted) && !isPassedTo(noted, mine)
    ? claims.takeOver(campaign, personId, mine, owner)
    : standing;
}
