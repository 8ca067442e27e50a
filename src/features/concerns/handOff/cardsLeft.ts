import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { ConcernsDeps } from '../deps';
import type { CardPlace } from './cardPlaces';

export const CARD_LEFT = 'concerns.cardLeft';
const NET_MS = 20_000;
const AGAIN_MS = 60_000;

type LeftDeps = Pick<ConcernsDeps, 'messenger' | 'clock' | 'jobs'>;

/** Lays the net under a card that is to go: it goes also where the process dies, or Teams is away at the time. */
export async function scheduleRemoval(
  { jobs, clock }: Pick<LeftDeps, 'jobs' | 'clock'>,
  place: CardPlace,
): Promise<void> {
  const { to, activityId } = place;
  const payload = { serviceUrl: to.serviceUrl, conversationId: to.conversationId, activityId };
  await jobs.schedule(CARD_LEFT, keyOf(place), new Date(clock.now().getTime() + NET_MS), payload);
}

/** Takes a card away now. A card that Teams does not let go of stays; its buttons refuse everybody who is no handler. */
export async function removeCard({ messenger, jobs }: LeftDeps, place: CardPlace): Promise<void> {
  const { outcome } = await messenger.remove(place.to, place.activityId, 'bulk');
  if (outcome !== 'unavailable') await jobs.cancel(CARD_LEFT, keyOf(place));
}

/** What could not be taken away at once. */
export async function cardLeftJob(
  { messenger, clock }: Pick<LeftDeps, 'messenger' | 'clock'>,
  { payload }: DueJob,
): Promise<JobResult> {
  const { serviceUrl = '', conversationId = '', activityId = '' } = payload;
  const { outcome } = await messenger.remove({ serviceUrl, conversationId }, activityId, 'bulk');
  return outcome === 'unavailable' ? { againAt: new Date(clock.now().getTime() + AGAIN_MS) } : 'done';
}

const keyOf = ({ to, activityId }: CardPlace): string => `${to.conversationId} ${activityId}`;
