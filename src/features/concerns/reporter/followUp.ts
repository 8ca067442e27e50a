import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import { channelCard, faceOf } from '../case/channelCard';
import type { ConcernsDeps } from '../deps';
import { cardPlaces } from '../handOff/cardPlaces';
import { isLeftBehind, scheduleChannelMove } from '../handOff/channelMove';
import { HandlerLists } from '../work/myCases';
import type { TellDeps } from '../telling/tell';
import { tellAll } from '../telling/tell';

export const FOLLOW_UP = 'concerns.followUp';
const NET_MS = 20_000;
const AGAIN_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

type FollowUpDeps = TellDeps & Pick<ConcernsDeps, 'log' | 'jobs' | 'storage'>;

/** Lays the net under a step of a case: called before the step is written. */
export async function scheduleFollowUp(
  { jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  caseId: string,
): Promise<void> {
  await jobs.schedule(FOLLOW_UP, caseId, new Date(clock.now().getTime() + NET_MS));
}

/**
 * Makes the world fit the case: whoever is to be told something is told, and the channel's cards show it. Finds out
 * by itself what is still to do, so it may run at any time and as often as it likes.
 * @returns undefined when all is done, else the time to try again.
 */
export async function followUp(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
): Promise<Date | undefined> {
  const value = await cases.get(caseId);
  if (!value) return undefined;
  const told = await tellAll(deps, cases, caseId, value);
  await new HandlerLists(deps.storage, cases).follow(caseId, value);
  const drawn = await drawAgain(deps, cases, caseId, value);
  if (told && drawn) return undefined;
  const wait = Math.min(AGAIN_MS * 2 ** Math.min(value.tellFailures, 10), LONGEST_WAIT_MS);
  return new Date(deps.clock.now().getTime() + wait);
}

export async function followUpJob(deps: FollowUpDeps, cases: CaseStore, job: DueJob): Promise<JobResult> {
  const againAt = await followUp(deps, cases, job.key);
  return againAt ? { againAt } : 'done';
}

async function drawAgain(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
): Promise<boolean> {
  const places = cardPlaces(value);
  if (places.length === 0 || value.drawn === faceOf(value)) return true;
  if (await isLeftBehind(deps, value)) {
    await scheduleChannelMove(deps.jobs, deps.clock);
    return true;
  }
  const card = channelCard(caseId, value);
  const outcomes = await Promise.all(
    places.map(({ to, activityId }) => deps.messenger.update(to, activityId, { card }, 'waiting')),
  );
  if (outcomes.some(({ outcome }) => outcome === 'unavailable')) return false;
  const result = await cases.step(caseId, (now) => ({ next: { ...now, drawn: faceOf(value) } }));
  return result !== undefined && faceOf(result.now) === faceOf(value);
}
