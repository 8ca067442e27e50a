import type { JobResult, Jobs } from '../../../jobs/jobs';
import { ConflictList } from '../access/conflictList';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { cardPlaces } from './cardPlaces';
import { removeCard, scheduleRemoval } from './cardsLeft';
import { scheduleHandOff } from './scheduling';

export const CHANNEL_MOVE = 'concerns.channelMove';
const ALL = 'all';

type MoveDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'jobs' | 'storage'>;

/** An administrator chose another channel for concerns: open reports follow it, as soon as the job comes to it. */
export function scheduleChannelMove(jobs: Jobs, clock: ConcernsDeps['clock']): Promise<void> {
  return jobs.schedule(CHANNEL_MOVE, ALL, clock.now());
}

/**
 * Hands over anew every open case that is where it should no longer be: in a channel that is not for concerns now, or
 * with somebody whom the list of three names no more. With no channel set the cases stay where they are.
 */
export async function channelMoveJob(deps: MoveDeps, cases: CaseStore): Promise<JobResult> {
  const channel = await deps.directory.concernsChannel();
  if (!channel) return 'done';
  const listed = await listedNow(deps);
  for await (const { id, value } of cases.open()) {
    const leaving = handedBack(value, channel.channelId, listed) ? cardPlaces(value) : [];
    for (const place of leaving) await scheduleRemoval(deps, place);
    const step = await cases.step(id, (now) => handedBack(now, channel.channelId, listed));
    if (step && needsHandOff(step.now)) await scheduleHandOff(deps, id, deps.clock.now());
    for (const place of leaving) await removeCard(deps, place);
  }
  return 'done';
}

/** Whether an open case is where it should no longer be. */
export async function isMisplaced(
  deps: Pick<MoveDeps, 'directory' | 'storage'>,
  value: Case,
): Promise<boolean> {
  const channel = await deps.directory.concernsChannel();
  if (!channel || value.status === 'closed') return false;
  return handedBack(value, channel.channelId, await listedNow(deps)) !== undefined;
}

async function listedNow({ storage }: Pick<MoveDeps, 'storage'>): Promise<string[]> {
  return (await new ConflictList(storage).people()).map(({ personId }) => personId);
}

/** Whether an open case stands in a channel that concerns no longer go to: it was closed when the others moved. */
export async function isLeftBehind(
  { directory }: Pick<MoveDeps, 'directory'>,
  { status, handOff }: Case,
): Promise<boolean> {
  if (status === 'closed' || !handOff.channel) return false;
  const now = await directory.concernsChannel();
  return now !== undefined && now.channelId !== handOff.channel.channelId;
}

function handedBack(value: Case, channelId: string, listed: readonly string[]): CaseStep | undefined {
  const { channel, chat } = value.handOff;
  const isRight = chat ? listed.includes(chat.personId) : !channel || channel.channelId === channelId;
  if (isRight) return undefined;
  return { next: { ...value, handOff: { state: 'waiting', failures: 0 }, channelCards: [] } };
}

function needsHandOff(value: Case): boolean {
  return value.handOff.state === 'waiting';
}
