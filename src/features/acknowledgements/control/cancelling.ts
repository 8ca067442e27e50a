import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { outstanding, sum } from '../campaign/counts';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';
import { controlled, controlledOpen } from './permission';

const CANCELLED =
  'The request is withdrawn. The cards of people who have not confirmed change one after the other. ' +
  'Whoever confirmed keeps their receipt.';

/** "Cancel request": asks once, in a dialog. */
export async function askToCancel(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await controlledOpen(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { campaign, parts } = found.view;
  const counts = sum(parts.map((part) => part.counts));
  const card = render('acknowledgements/cancel', {
    title: campaign.title,
    waiting: outstanding(counts).toLocaleString('en-GB'),
    confirmed: counts.acknowledged.toLocaleString('en-GB'),
    campaign: campaign.id,
  });
  return openDialog('Cancel request', card);
}

/** "Yes, cancel it": also a second press has the cards recalled, where a crash came before that was put down. */
export async function cancel(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await controlled(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { id } = found.view.campaign;
  await parties.campaigns.change(id, (now) =>
    now.state === 'cancelled' ? now : { ...now, state: 'cancelled', paused: undefined },
  );
  await deliverSoon(parties, id);
  await statusSoon(parties, id);
  return notice(CANCELLED);
}

/** "No, keep it". */
export function keep(): Promise<CardReply> {
  return Promise.resolve(done);
}
