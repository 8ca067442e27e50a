import { randomUUID } from 'node:crypto';
import { dayOf } from '../dates';
import type { Parties } from '../parties';
import { deliverSoon } from './deliverSoon';

/** After this nobody asks how an old request stands with who joins and leaves. */
const DAYS_AFTER_DUE = 90;

/** Has the delivery of a request look again at who is asked; repeats do no harm. */
export async function lookAgainSoon(parties: Parties, campaignId: string): Promise<void> {
  await parties.campaigns.change(campaignId, (now) =>
    now.state === 'cancelled' ? now : { ...now, lookAgain: randomUUID() },
  );
  await deliverSoon(parties, campaignId);
}

/** Somebody joined or left the team, or its whole roster was read: every open request to it, or to a list, looks again. */
export async function membershipChanged(parties: Parties, teamId: string): Promise<void> {
  const { campaigns, teamRequests, clock } = parties;
  for (const campaignId of await teamRequests.of(teamId)) {
    const campaign = await campaigns.get(campaignId);
    const open =
      campaign && campaign.state !== 'cancelled' && campaign.due >= dayOf(clock.now(), -DAYS_AFTER_DUE);
    if (open) await lookAgainSoon(parties, campaignId);
    else await teamRequests.close(teamId, campaignId);
  }
}
