import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { goesLater } from '../campaign/campaign';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { refresh } from '../progress/watching';
import { controlledOpen } from './permission';

/** "Send now instead": the moment that was chosen becomes this one; the delivery does the rest. */
export async function sendNow(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await controlledOpen(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { id } = found.view.campaign;
  const sendAt = parties.clock.now().toISOString();
  await parties.campaigns.change(id, (now) =>
    goesLater(now) && (now.sendAt ?? '') > sendAt ? { ...now, sendAt } : now,
  );
  await deliverSoon(parties, id);
  return refresh(parties, turn, data);
}
