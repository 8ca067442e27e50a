import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CampaignView } from '../campaign/campaign';
import { sendsStill } from '../campaign/reminded';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { refresh } from '../progress/watching';

const ALL_SENT =
  'Everybody who can be reached has this request already, and there are no reminders of it, so there is nothing to pause.';

/** "Pause": what is under way is finished, and nothing more is sent until somebody resumes it. */
export async function pause(
  parties: Parties,
  view: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const campaign = await parties.campaigns.change(view.campaign.id, (now) =>
    now.state !== 'cancelled' && sendsStill(now) ? { ...now, paused: true } : now,
  );
  return campaign?.paused ? refresh(parties, turn, data) : notice(ALL_SENT);
}

/** "Resume": also a second press has it delivered, where a crash came before that was put down. */
export async function resume(
  parties: Parties,
  { campaign: { id } }: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  await parties.campaigns.change(id, (now) => (now.paused ? { ...now, paused: undefined } : now));
  await deliverSoon(parties, id);
  return refresh(parties, turn, data);
}
