import type { DueJob, JobResult } from '../../../jobs/jobs';
import { receiptCard } from '../asked/receiptCard';
import { withdrawnCard } from '../asked/withdrawnCard';
import type { Campaign, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import {
  afterLateConfirmation,
  afterRecall,
  afterWithdrawal,
  cardsOf,
  isToRecall,
} from '../campaign/recalled';
import type { Card } from '../../../cards/render';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import { inFlight } from './inFlight';
import { lookAgainSoon } from './lookAgain';
import { Recorder } from './recorder';

/**
 * The recall of a withdrawn campaign: rows first, so that nobody is counted as asked any more; then requests that
 * counted its cards ask for themselves; then every card says that it was withdrawn. It may be cut short anywhere.
 */
export async function recall(parties: Parties, campaign: Campaign, { mayGoOn }: DueJob): Promise<JobResult> {
  const { campaigns, clock } = parties;
  const parts = (await campaigns.view(campaign.id))?.parts ?? [];
  const others = new Set<string>();
  for (const part of parts) await withdraw(parties, campaign, part, others);
  for (const other of others) await lookAgainSoon(parties, other);
  const nextTries: string[] = [];
  for (const part of parts) {
    if (!mayGoOn()) return { againAt: clock.now() };
    nextTries.push(...(await recallPart(parties, campaign, part, mayGoOn)));
    await countPart(parties, campaign.id, part);
  }
  if (!mayGoOn()) return { againAt: clock.now() };
  const [next] = nextTries.sort();
  return next ? { againAt: new Date(next) } : 'done';
}

async function withdraw(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  others: Set<string>,
): Promise<void> {
  await parties.recipients.sweep({ campaignId: campaign.id, partId: part.id }, afterWithdrawal, (row) => {
    for (const { campaignId } of row.alsoIn ?? []) others.add(campaignId);
  });
  await countPart(parties, campaign.id, part);
}

/** @returns when cards that Teams did not take are to be tried again (ISO). */
async function recallPart(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  mayGoOn: () => boolean,
): Promise<string[]> {
  const { recipients, clock } = parties;
  const recorder = new Recorder(recipients, { campaignId: campaign.id, partId: part.id });
  const waiting: string[] = [];
  const card = withdrawnCard(campaign, part.id);
  await inFlight(recipients.list(campaign.id, part.id), mayGoOn, async (stored) => {
    const { value } = stored;
    if (!isToRecall(value)) return;
    if (value.nextTryAt && value.nextTryAt > clock.now().toISOString())
      return void waiting.push(value.nextTryAt);
    const decide = await recallOne(parties, campaign, value, card);
    const { nextTryAt } = decide(value);
    if (nextTryAt) waiting.push(nextTryAt);
    await recorder.record(stored, decide);
  });
  return waiting;
}

/** Whoever confirmed in this very moment gets their receipt back. @returns what became of the row */
async function recallOne(
  parties: Parties,
  campaign: Campaign,
  row: Recipient,
  card: Card,
): Promise<(now: Recipient) => Recipient> {
  const { evidence, clock } = parties;
  const outcome = await showOnAll(parties, row, card);
  const record = asksToConfirm(campaign) ? await evidence.find(row.personId, campaign) : undefined;
  if (record && (await showOnAll(parties, row, receiptCard(record))) === 'over') {
    return (now) => afterLateConfirmation(now, record);
  }
  const now = clock.now();
  return (latest) => afterRecall(latest, record ? 'unavailable' : outcome, now);
}

async function showOnAll(
  { messenger }: Parties,
  row: Recipient,
  card: Card,
): Promise<'over' | 'unavailable'> {
  const { serviceUrl, conversationId } = row;
  if (!conversationId) return 'over';
  const results = await Promise.all(
    cardsOf(row).map((id) => messenger.update({ serviceUrl, conversationId }, id, { card }, 'bulk')),
  );
  return results.some(({ outcome }) => outcome === 'unavailable') ? 'unavailable' : 'over';
}
