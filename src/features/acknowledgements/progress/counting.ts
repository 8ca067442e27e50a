import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Part } from '../campaign/campaign';
import type { Parties } from '../parties';
import { EVERY_MS } from './countings';

export { COUNTING, EVERY_MS } from './countings';
export const STATUS = 'acknowledgements.status';

/** Counts a part's rows, keeps the figures with the campaign and has the status card brought up to date. */
export async function countPart(parties: Parties, campaignId: string, part: Part): Promise<void> {
  const { recipients, campaigns, clock } = parties;
  const countedAt = clock.now().toISOString();
  const counts = await recipients.count(campaignId, part.id);
  await campaigns.putPart(campaignId, { ...part, counts, countedAt });
  await statusSoon(parties, campaignId);
}

/** Has the part counted soon, after one of its rows changed. */
export function countSoon({ countings }: Parties, campaignId: string, partId: string): Promise<void> {
  return countings.soon(campaignId, partId);
}

/** Has the status card brought up to date soon. The key carries the five seconds it falls in, so repeats are one job. */
export async function statusSoon({ jobs, clock }: Parties, campaignId: string): Promise<void> {
  await jobs.schedule(STATUS, `${campaignId}:${windowOf(clock.now())}`, clock.now(), { campaignId });
}

/** The counting job. */
export async function count(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaignId = '', partId = '' } = job.payload;
  const view = await parties.campaigns.view(campaignId);
  const part = view?.parts.find((each) => each.id === partId);
  if (!part) return 'done';
  const next = Date.parse(part.countedAt) + EVERY_MS;
  if (next > parties.clock.now().getTime()) return { againAt: new Date(next) };
  await countPart(parties, campaignId, part);
  return 'done';
}

function windowOf(now: Date): number {
  return Math.floor(now.getTime() / EVERY_MS);
}
