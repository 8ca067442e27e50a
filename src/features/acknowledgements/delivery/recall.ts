import type { DueJob, JobResult } from '../../../jobs/jobs';
import { withdrawnCard } from '../asked/withdrawnCard';
import type { Campaign, Part } from '../campaign/campaign';
import { afterLateConfirmation, afterRecall, afterWithdrawal, isToRecall } from '../campaign/recalled';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import type { CardChange } from './cardChanges';
import { changeCards } from './cardChanges';
import { lookAgainSoon } from './lookAgain';

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
    nextTries.push(...(await changeCards(parties, campaign, part, recallOf(campaign, part), mayGoOn)));
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

/** Cards that have yet to say that their request was withdrawn. */
export function recallOf(campaign: Campaign, part: Part): CardChange {
  const card = withdrawnCard(campaign, part.id);
  return {
    isWanted: isToRecall,
    nextTryAt: (row) => row.nextTryAt,
    cardFor: () => card,
    after: afterRecall,
    afterReceipt: afterLateConfirmation,
  };
}
