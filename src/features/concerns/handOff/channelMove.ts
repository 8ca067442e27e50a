import type { JobResult, Jobs } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { HAND_OFF } from './handOff';

export const CHANNEL_MOVE = 'concerns.channelMove';
const ALL = 'all';

type MoveDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'jobs'>;

/** An administrator chose another channel for concerns: open reports follow it, as soon as the job comes to it. */
export function scheduleChannelMove(jobs: Jobs, clock: ConcernsDeps['clock']): Promise<void> {
  return jobs.schedule(CHANNEL_MOVE, ALL, clock.now());
}

/**
 * Hands every open case to the channel that is set now, because the members of the one before are handlers no more.
 * With no channel set the cases stay where they are.
 */
export async function channelMoveJob(deps: MoveDeps, cases: CaseStore): Promise<JobResult> {
  const channel = await deps.directory.concernsChannel();
  if (!channel) return 'done';
  for await (const { id, value } of cases.open()) {
    const step = await cases.step(id, (now) => handedBack(now, channel.channelId));
    // Before the cards go: a crash here leaves a card too many, which says nothing about anybody.
    if (needsHandOff(step?.now)) await deps.jobs.schedule(HAND_OFF, id, deps.clock.now());
    if (step?.taken) await removeCards(deps, value);
  }
  return 'done';
}

function handedBack(value: Case, channelId: string): CaseStep | undefined {
  const before = value.handOff.channel;
  if (!before || before.channelId === channelId) return undefined;
  return { next: { ...value, handOff: { state: 'waiting', failures: 0 }, channelCards: [] } };
}

function needsHandOff(value: Case | undefined): boolean {
  return value?.handOff.state === 'waiting';
}

/** A card that Teams does not let go of stays; its buttons refuse everybody who is no handler. */
async function removeCards(
  { messenger }: MoveDeps,
  { handOff: { channel }, channelCards }: Case,
): Promise<void> {
  if (!channel) return;
  for (const activityId of channelCards) {
    const conversationId = `${channel.channelId};messageid=${activityId}`;
    await messenger.remove({ serviceUrl: channel.serviceUrl, conversationId }, activityId, 'bulk');
  }
}
