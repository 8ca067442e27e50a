import type { Card } from '../../../cards/render';
import { receiptCard } from '../asked/receiptCard';
import type { EvidenceRecord } from '../asked/record';
import type { Campaign, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import { cardsOf } from '../campaign/recalled';
import type { Recipient } from '../campaign/recipient';
import type { Parties } from '../parties';
import { inFlight } from './inFlight';
import { Recorder } from './recorder';

/** What cards that people have change to: those of a withdrawn request, or of a corrected one. */
export interface CardChange {
  readonly isWanted: (row: Recipient) => boolean;
  /** Not before this moment (ISO), after a try that Teams did not take. */
  readonly nextTryAt: (row: Recipient) => string | undefined;
  readonly cardFor: (row: Recipient, activityId: string) => Card;
  readonly after: (row: Recipient, outcome: 'over' | 'unavailable', now: Date) => Recipient;
  /** Of whoever confirmed in this very moment and has their receipt back. */
  readonly afterReceipt: (row: Recipient, record: EvidenceRecord) => Recipient;
}

/**
 * Changes the cards of one part, each row noted when its cards are changed, so that it may be cut short anywhere.
 * @returns when cards that Teams did not take are to be tried again (ISO)
 */
export async function changeCards(
  parties: Parties,
  campaign: Campaign,
  part: Part,
  change: CardChange,
  mayGoOn: () => boolean,
): Promise<string[]> {
  const { recipients, clock } = parties;
  const recorder = new Recorder(recipients, { campaignId: campaign.id, partId: part.id });
  const waiting: string[] = [];
  await inFlight(recipients.list(campaign.id, part.id), mayGoOn, async (stored) => {
    const { value } = stored;
    if (!change.isWanted(value)) return;
    const notBefore = change.nextTryAt(value);
    if (notBefore && notBefore > clock.now().toISOString()) return void waiting.push(notBefore);
    const decide = await changeOne(parties, campaign, value, change);
    const after = decide(value);
    const nextTryAt = change.isWanted(after) ? change.nextTryAt(after) : undefined;
    if (nextTryAt) waiting.push(nextTryAt);
    await recorder.record(stored, decide);
  });
  return waiting;
}

/** Whoever confirmed in this very moment gets their receipt back. @returns what became of the row */
async function changeOne(
  parties: Parties,
  campaign: Campaign,
  row: Recipient,
  change: CardChange,
): Promise<(now: Recipient) => Recipient> {
  const { evidence, clock, versions } = parties;
  const outcome = await showOnAll(parties, row, (id) => change.cardFor(row, id));
  const record = asksToConfirm(campaign)
    ? await evidence.findAny(row.personId, await versions.sameAs(campaign))
    : undefined;
  if (record && (await showOnAll(parties, row, () => receiptCard(record))) === 'over') {
    return (now) => change.afterReceipt(now, record);
  }
  const now = clock.now();
  const cards = cardsOf(row).length;
  // A card that came meanwhile was not changed with the others: the row waits to be looked at again.
  return (latest) =>
    cardsOf(latest).length > cards ? latest : change.after(latest, record ? 'unavailable' : outcome, now);
}

async function showOnAll(
  { messenger }: Parties,
  row: Recipient,
  cardFor: (activityId: string) => Card,
): Promise<'over' | 'unavailable'> {
  const { serviceUrl, conversationId } = row;
  if (!conversationId) return 'over';
  const results = await Promise.all(
    cardsOf(row).map((id) =>
      messenger.update({ serviceUrl, conversationId }, id, { card: cardFor(id) }, 'bulk'),
    ),
  );
  return results.some(({ outcome }) => outcome === 'unavailable') ? 'unavailable' : 'over';
}
