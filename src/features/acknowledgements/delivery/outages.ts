import type { JobResult } from '../../../jobs/jobs';
import type { Campaign } from '../campaign/campaign';
import { afterNoAnswer } from '../campaign/outage';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';

/** Teams does not answer: the campaign waits, nobody's row changes, and one message is tried later. */
export async function beginOutage(parties: Parties, campaign: Campaign): Promise<JobResult> {
  const { campaigns, clock, log } = parties;
  if (!campaign.outage) log.warn('acknowledgements.teamsDown', { campaign: campaign.id });
  const outage = afterNoAnswer(campaign.outage, clock.now());
  await campaigns.change(campaign.id, (now) => ({ ...now, outage }));
  await statusSoon(parties, campaign.id);
  return { againAt: new Date(outage.nextProbeAt) };
}

/** Teams answers again; repeats do no harm. */
export async function endOutage(parties: Parties, { id }: Campaign): Promise<void> {
  await parties.campaigns.change(id, (now) => (now.outage ? { ...now, outage: undefined } : now));
  await statusSoon(parties, id);
}
