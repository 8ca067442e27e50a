import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Part } from '../campaign/campaign';
import type { Parties } from '../parties';

export const COUNTING = 'acknowledgements.counting';
export const STATUS = 'acknowledgements.status';
/** A status card changes at most this often (design, "The gate"), and a part is counted at most this often. */
export const EVERY_MS = 5_000;

/** Counts a part's rows, keeps the figures with the campaign and has the status card brought up to date. */
export async function countPart(parties: Parties, campaignId: string, part: Part): Promise<void> {
  const { recipients, campaigns, clock } = parties;
  const countedAt = clock.now().toISOString();
  const counts = await recipients.count(campaignId, part.id);
  await campaigns.putPart(campaignId, { ...part, counts, countedAt });
  await statusSoon(parties, campaignId);
}

/**
 * Has the part counted soon. The key carries the five seconds it falls in: however many confirm at once it is
 * one job, and a stream of presses cannot put the same job off for ever.
 */
export async function countSoon({ jobs, clock }: Parties, campaignId: string, partId: string): Promise<void> {
  const key = `${campaignId}:${partId}:${windowOf(clock.now())}`;
  await jobs.schedule(COUNTING, key, clock.now(), { campaignId, partId });
}

/** Has the status card brought up to date soon; merged in the same way. */
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
