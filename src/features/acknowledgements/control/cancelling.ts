import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog } from '../../../bot/cardReply';
import { render } from '../../../cards/render';
import type { CampaignView } from '../campaign/campaign';
import { outstanding, sum } from '../campaign/counts';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';

const CANCELLED =
  'The request is withdrawn. The cards of people who have not confirmed change one after the other. ' +
  'Whoever confirmed keeps their receipt.';

/** "Cancel request": asks once, in a dialog. */
export function askToCancel(_: Parties, { campaign, parts }: CampaignView): CardReply {
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
export async function cancel(parties: Parties, { campaign: { id } }: CampaignView): Promise<CardReply> {
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
