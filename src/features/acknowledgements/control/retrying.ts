import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CampaignView } from '../campaign/campaign';
import { sum } from '../campaign/counts';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { refresh } from '../progress/watching';
import { PAUSED } from './permission';

const NOBODY = 'There is nobody to try again.';

/** "Retry failed": those who could not be reached are tried once more; the delivery puts them back to pending. */
export async function retry(
  parties: Parties,
  { campaign, parts }: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  if (campaign.paused) return notice(PAUSED);
  const { failed, blocked, notInstalled } = sum(parts.map((part) => part.counts));
  if (failed + blocked + notInstalled === 0) return notice(NOBODY);
  const retryAskedAt = parties.clock.now().toISOString();
  await parties.campaigns.change(campaign.id, (now) =>
    now.state === 'cancelled'
      ? now
      : { ...now, retryAskedAt, state: now.state === 'sent' ? 'sending' : now.state },
  );
  await deliverSoon(parties, campaign.id);
  return refresh(parties, turn, data);
}
