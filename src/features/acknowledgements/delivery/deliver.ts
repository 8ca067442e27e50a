import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Stored } from '../../../storage/table';
import type { Campaign, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterTry, isDue } from '../campaign/recipient';
import { saying } from '../campaign/corrected';
import { stands } from '../campaign/covered';
import type { Parties } from '../parties';
import { countPart, statusSoon } from '../progress/counting';
import { requestCard } from '../asked/requestCard';
import { changesFor } from '../versions/sides';
import { bringInLine } from './bringInLine';
import { correctCards } from './correct';
import { inFlight, MOST_IN_FLIGHT } from './inFlight';
import { lookAgainSoon } from './lookAgain';
import { recall } from './recall';
import { Recorder } from './recorder';
import { sendOne } from './sendOne';

/** While a part is being sent its figures are brought up to date this often. */
const COUNT_EVERY_MS = 5_000;

/** Where another request that covers some of the people is still getting ready. */
const LOOK_AGAIN_MS = 5_000;

/**
 * The delivery of one campaign: what was corrected, rows for everybody, then the card to everybody whose turn it is;
 * of a withdrawn one the recall. It may be cut short anywhere and run again: the rows say who has the card.
 */
export async function deliver(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaigns, clock } = parties;
  const campaign = await campaigns.get(job.key);
  if (!campaign) return 'done';
  if (campaign.state === 'cancelled') return recall(parties, campaign, job);
  const correctAgain = await correctCards(parties, campaign, job.mayGoOn);
  if (campaign.paused) return againAt(parties, correctAgain, job.mayGoOn);
  const inLine = await bringInLine(parties, campaign, job.mayGoOn);
  if (inLine === 'stopped') return { againAt: clock.now() };
  const nextTry = await deliverParts(parties, campaign, job.mayGoOn);
  if (!job.mayGoOn()) return { againAt: clock.now() };
  const now = await campaigns.get(campaign.id);
  if (now?.state === 'cancelled' || now?.revision !== campaign.revision) return { againAt: clock.now() };
  if (now?.paused) return againAt(parties, correctAgain, job.mayGoOn);
  if (inLine === 'later') return { againAt: new Date(clock.now().getTime() + LOOK_AGAIN_MS) };
  if (nextTry)
    return againAt(parties, [nextTry, ...(correctAgain ? [correctAgain] : [])].sort()[0], job.mayGoOn);
  await campaigns.moveTo(campaign.id, 'sent');
  await statusSoon(parties, campaign.id);
  return againAt(parties, correctAgain, job.mayGoOn);
}

/** At the moment when something is to be tried again, at once where it was cut short, or never. */
function againAt({ clock }: Parties, nextTry: string | undefined, mayGoOn: () => boolean): JobResult {
  if (!mayGoOn()) return { againAt: clock.now() };
  return nextTry ? { againAt: new Date(nextTry) } : 'done';
}

/** @returns the earliest moment (ISO) at which a pending recipient is to be tried again. */
async function deliverParts(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
): Promise<string | undefined> {
  const view = await parties.campaigns.view(campaign.id);
  const nextTries: string[] = [];
  for (const part of view?.parts ?? []) {
    if (!mayGoOn()) break;
    const nextTry = await deliverPart(parties, campaign, part, mayGoOn);
    if (nextTry) nextTries.push(nextTry);
  }
  return nextTries.sort()[0];
}

async function deliverPart(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  mayGoOn: () => boolean,
): Promise<string | undefined> {
  const { recipients, clock, policy } = parties;
  const card = requestCard(policy, campaign, part.id, await changesFor(parties, campaign.about));
  const recorder = new Recorder(recipients, { campaignId: campaign.id, partId: part.id });
  const waiting: string[] = [];
  const counted = { at: clock.now().getTime() };
  const lost = new Set<string>();
  await inFlight(dueOf(parties, campaign, part, waiting), mayGoOn, async (stored) => {
    const result = await sendOne(parties, campaign, stored.value, card);
    const now = clock.now();
    const decide = (row: Recipient): Recipient =>
      saying(row, afterTry(row, result, now), campaign.revision ?? 0);
    const after = decide(stored.value);
    if (after.delivery === 'pending' && after.nextTryAt) waiting.push(after.nextTryAt);
    await recorder.record(stored, decide);
    if (!stands(after)) for (const other of stored.value.alsoIn ?? []) lost.add(other.campaignId);
    if (now.getTime() - counted.at < COUNT_EVERY_MS) return;
    counted.at = now.getTime();
    await countPart(parties, campaign.id, part);
  });
  await countPart(parties, campaign.id, part);
  // Whoever counted this card asks the person themselves now that there will be none.
  for (const other of lost) await lookAgainSoon(parties, other);
  return waiting.sort()[0];
}

/**
 * Recipients whose turn it is; the times of those who must wait are put into `waiting`. It ends when the request is
 * paused, withdrawn or corrected, which is looked up for every 25 of them.
 */
async function* dueOf(
  { campaigns, recipients, clock }: Parties,
  campaign: Campaign,
  part: Part,
  waiting: string[],
): AsyncGenerator<Stored<Recipient>> {
  let taken = 0;
  for await (const stored of recipients.list(campaign.id, part.id)) {
    if (isDue(stored.value, clock.now())) {
      if (taken++ % MOST_IN_FLIGHT === 0 && !goesOn(campaign, await campaigns.get(campaign.id))) return;
      yield stored;
    } else if (stored.value.delivery === 'pending' && stored.value.nextTryAt)
      waiting.push(stored.value.nextTryAt);
  }
}

function goesOn({ revision }: Campaign, now: Campaign | undefined): boolean {
  return now !== undefined && now.state !== 'cancelled' && !now.paused && now.revision === revision;
}
