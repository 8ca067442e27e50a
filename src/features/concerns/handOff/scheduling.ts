import type { ConcernsDeps } from '../deps';
import { Waiting } from './waiting';

export const HAND_OFF = 'concerns.handOff';
/** All that wait are handed over together, so that the most urgent goes first. */
export const ALL = 'all';
/** When the job looks whether the hand-off that was tried at once has landed. */
const NET_MS = 20_000;

/** Lays the net under a hand-off: may be called before the case is saved. @param at when to try, at the latest */
export async function scheduleHandOff(
  { storage, jobs, clock }: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>,
  caseId: string,
  at = new Date(clock.now().getTime() + NET_MS),
): Promise<void> {
  await new Waiting(storage).add(caseId, clock.now());
  // Put down anew, also over earlier work: a job that is at its end now has not seen this case.
  await jobs.schedule(HAND_OFF, ALL, at);
}
