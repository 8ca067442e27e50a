import type { CardReply } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CampaignView } from '../campaign/campaign';
import { goesLater } from '../campaign/campaign';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { refresh } from '../progress/watching';

/** "Send now instead": the moment that was chosen becomes this one; the delivery does the rest. */
export async function sendNow(
  parties: Parties,
  { campaign: { id } }: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const sendAt = parties.clock.now().toISOString();
  await parties.campaigns.change(id, (now) =>
    goesLater(now) && (now.sendAt ?? '') > sendAt ? { ...now, sendAt } : now,
  );
  await deliverSoon(parties, id);
  return refresh(parties, turn, data);
}
