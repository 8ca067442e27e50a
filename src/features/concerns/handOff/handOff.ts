import type { ChannelAddress } from '../../../bot/addresses';
import type { Refused } from '../../../bot/outcomes';
import type { DueJob, JobResult, Jobs } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import { channelCard, faceOf } from '../case/channelCard';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';

export const HAND_OFF = 'concerns.handOff';
/** When the job looks whether the hand-off that was tried at once has landed. */
const NET_MS = 20_000;
/** How long one try keeps others away; after that whoever made it is taken to have died. */
const CLAIM_MS = 30_000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After so many failures the administrator is told. */
const FAILURES_TO_TELL = 3;

type HandOffDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log' | 'jobs'>;
/** `waiting`: another try is under way, no channel is set, or Teams refused. */
export type HandOffResult =
  { readonly state: 'posted' | 'noCase' } | { readonly state: 'waiting'; readonly failures: number };

/** Lays the net under a hand-off: may be called before the case is saved. */
export async function scheduleHandOff(
  { jobs, clock }: { jobs: Jobs; clock: ConcernsDeps['clock'] },
  caseId: string,
): Promise<void> {
  await jobs.schedule(HAND_OFF, caseId, new Date(clock.now().getTime() + NET_MS));
}

/** Brings a case to the concerns channel, once: a second card appears only where Teams' answer was lost. */
export async function handOff(deps: HandOffDeps, cases: CaseStore, caseId: string): Promise<HandOffResult> {
  const channel = await deps.directory.concernsChannel();
  if (!channel) return withoutChannel(deps, await cases.get(caseId));
  const claim = await cases.step(caseId, (now) => claimed(now, deps.clock.now()));
  if (!claim) return { state: 'noCase' };
  if (!claim.taken) return resultOf(claim.now);
  const to = { serviceUrl: channel.team.serviceUrl, channelId: channel.channelId };
  const sent = await deps.messenger.post(to, { card: channelCard(caseId, claim.now) }, 'waiting');
  const result = await cases.step(caseId, (now) =>
    sent.outcome === 'sent' ? posted(now, claim.now, sent.activityId, to, deps) : failed(now),
  );
  if (!result) return { state: 'noCase' };
  if (sent.outcome !== 'sent') tellAdministrator(deps, result.now, sent);
  return resultOf(result.now);
}

/** The job: again and again until the card is there. A net without a case below it has nothing to do. */
export async function handOffJob(deps: HandOffDeps, cases: CaseStore, job: DueJob): Promise<JobResult> {
  const result = await handOff(deps, cases, job.key);
  if (result.state !== 'waiting') return 'done';
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(result.failures, 10), LONGEST_WAIT_MS);
  return { againAt: new Date(deps.clock.now().getTime() + wait) };
}

function resultOf({ handOff: { state, failures } }: Case): HandOffResult {
  return state === 'posted' ? { state } : { state, failures };
}

function claimed(value: Case, now: Date): CaseStep | undefined {
  const { state, claimedUntil } = value.handOff;
  if (state === 'posted' || (claimedUntil && new Date(claimedUntil) > now)) return undefined;
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  return { next: { ...value, handOff: { ...value.handOff, claimedUntil: until } } };
}

function posted(
  value: Case,
  shown: Case,
  activityId: string,
  channel: ChannelAddress,
  { clock }: HandOffDeps,
): CaseStep {
  const next: Case = {
    ...value,
    handOff: { state: 'posted', failures: value.handOff.failures, channel: { ...channel } },
    channelCards: [...value.channelCards, activityId],
    drawn: faceOf(shown),
  };
  return { next, event: { what: 'posted', at: wholeMinute(clock.now()) } };
}

function failed(value: Case): CaseStep {
  const failures = value.handOff.failures + 1;
  return { next: { ...value, handOff: { ...value.handOff, claimedUntil: undefined, failures } } };
}

function withoutChannel({ log }: HandOffDeps, value: Case | undefined): HandOffResult {
  if (!value) return { state: 'noCase' };
  log.warn('concerns.noChannel');
  return resultOf(value);
}

function tellAdministrator(
  { log }: HandOffDeps,
  { handOff: { failures } }: Case,
  { outcome, code }: Refused,
): void {
  log.warn(failures >= FAILURES_TO_TELL ? 'concerns.handOffFails' : 'concerns.handOffRefused', {
    failures,
    outcome,
    code,
  });
}
