import type { CardReply } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { showStatus } from '../progress/watching';

/** Also for a later press: where a crash came in between, this finishes what the first one began. */
export async function showSent(parties: Parties, turn: Turn, campaignId: string): Promise<CardReply> {
  const campaign = await parties.campaigns.get(campaignId);
  if (campaign?.state === 'preparing') {
    // Before the delivery can begin, so that no crash leaves a request that its manager cannot find.
    await parties.campaigns.enterInList(campaign);
    await deliverSoon(parties, campaignId);
  }
  return showStatus(parties, turn, campaignId);
}
