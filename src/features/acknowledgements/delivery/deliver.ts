import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Stored } from '../../../storage/table';
import type { Campaign, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterTry, isDue } from '../campaign/recipient';
import type { Parties } from '../parties';
import { countPart, statusSoon } from '../progress/counting';
import { requestCard } from '../asked/requestCard';
import { inFlight } from './inFlight';
import { prepare } from './prepare';
import { Recorder } from './recorder';
import { sendOne } from './sendOne';

export const DELIVERY = 'acknowledgements.delivery';
/** While a part is being sent its figures are brought up to date this often. */
const COUNT_EVERY_MS = 5_000;

/** Puts the delivery of a campaign down as work; repeats replace each other. */
export function deliverSoon({ jobs, clock }: Parties, campaignId: string): Promise<void> {
  return jobs.schedule(DELIVERY, campaignId, clock.now());
}

/**
 * The delivery of one campaign: rows for everybody, then the card to everybody whose turn it is. It may be cut short
 * anywhere and run again: the rows say who has the card.
 */
export async function deliver(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaigns, clock } = parties;
  const campaign = await campaigns.get(job.key);
  if (!campaign || campaign.state === 'cancelled') return 'done';
  if (campaign.state === 'preparing') {
    if (!(await prepare(parties, campaign, job.mayGoOn))) return { againAt: clock.now() };
    await campaigns.moveTo(campaign.id, 'sending');
  }
  const nextTry = await deliverParts(parties, campaign, job.mayGoOn);
  if (!job.mayGoOn()) return { againAt: clock.now() };
  if (nextTry) return { againAt: new Date(nextTry) };
  await campaigns.moveTo(campaign.id, 'sent');
  await statusSoon(parties, campaign.id);
  return 'done';
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
  const card = requestCard(policy, campaign, part.id);
  const recorder = new Recorder(recipients, { campaignId: campaign.id, partId: part.id });
  const waiting: string[] = [];
  const counted = { at: clock.now().getTime() };
  await inFlight(dueOf(parties, campaign, part, waiting), mayGoOn, async (stored) => {
    const result = await sendOne(parties, campaign, stored.value, card);
    const now = clock.now();
    const after = afterTry(stored.value, result, now);
    if (after.delivery === 'pending' && after.nextTryAt) waiting.push(after.nextTryAt);
    await recorder.record(stored, (row) => afterTry(row, result, now));
    if (now.getTime() - counted.at < COUNT_EVERY_MS) return;
    counted.at = now.getTime();
    await countPart(parties, campaign.id, part);
  });
  await countPart(parties, campaign.id, part);
  return waiting.sort()[0];
}

/** Recipients whose turn it is; the times of those who must wait are put into `waiting`. */
async function* dueOf(
  { recipients, clock }: Parties,
  campaign: Campaign,
  part: Part,
  waiting: string[],
): AsyncGenerator<Stored<Recipient>> {
  for await (const stored of recipients.list(campaign.id, part.id)) {
    if (isDue(stored.value, clock.now())) yield stored;
    else if (stored.value.delivery === 'pending' && stored.value.nextTryAt)
      waiting.push(stored.value.nextTryAt);
  }
}
