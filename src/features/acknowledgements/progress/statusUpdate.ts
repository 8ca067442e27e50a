import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Parties } from '../parties';
import { EVERY_MS } from './counting';
import { statusCard } from './statusCard';

/** After Teams could not be reached for the card, the figures wait this long. */
const AFTER_A_FAILURE_MS = 30_000;

/** Brings the manager's card up to date, at most every five seconds. */
export async function updateStatus(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaigns, messenger, clock, log } = parties;
  const view = await campaigns.view(job.payload['campaignId'] ?? '');
  if (!view?.statusPlace) return 'done';
  const place = view.statusPlace;
  const now = clock.now();
  const next = Date.parse(place.updatedAt) + EVERY_MS;
  if (next > now.getTime()) return { againAt: new Date(next) };
  await campaigns.statusUpdated(view.campaign.id, place, now);
  const updated = await messenger.update(place, place.activityId, { card: statusCard(view) }, 'bulk');
  if (updated.outcome === 'unavailable') return { againAt: new Date(now.getTime() + AFTER_A_FAILURE_MS) };
  if (updated.outcome !== 'done') log.info('acknowledgements.statusCardGone', { code: updated.code });
  return 'done';
}
