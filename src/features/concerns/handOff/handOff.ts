import type { DueJob, JobResult } from '../../../jobs/jobs';
import { isForChannel } from '../access/caseAccess';
import { ConflictList } from '../access/conflictList';
import type { Case } from '../case/case';
import { urgencySchema } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { toChannel, toFirstUninvolved } from './deliveries';
import type { Delivered } from './deliveries';
import { tellAdministrators, tellReporter } from './delays';
import { ALL, scheduleHandOff } from './scheduling';
import { isMisplaced, scheduleChannelMove } from './channelMove';
import { claimed, failed, posted } from './steps';
import type { WaitingCase } from './waiting';
import { Waiting } from './waiting';

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After so many failures the administrator and the reporter are told. */
const FAILURES_TO_TELL = 3;
/** A net was laid, and no case came of it: the process died in between. */
const NO_CASE_AFTER_MS = 10 * 60_000;
/** A refusal that concerns this one card; whatever else Teams answers, the channel is away for all. */
const OF_ONE_CARD: readonly string[] = ['rejected', 'tooLarge'];

/** `skipped`: another try of the same case is under way. */
type Tried = 'posted' | 'failed' | 'skipped' | 'noCase';

/** One round over everything that waits. */
interface Round {
  readonly deps: ConcernsDeps;
  readonly cases: CaseStore;
  /** The channel refused in this round: nothing more is asked of it. */
  away: boolean;
  /** The administrators know that the channel is away. */
  administratorsKnow: boolean;
}

/**
 * Hands over what waits, the most urgent first, and gives up on nothing. While the channel is away it is asked once a
 * round, and everything that waits for it counts the failure.
 * @returns when to try again, or undefined when nothing waits
 */
export async function handOffWaiting(deps: ConcernsDeps, cases: CaseStore): Promise<Date | undefined> {
  const waiting = new Waiting(deps.storage);
  const rows = await inOrder(waiting, cases);
  const administratorsKnow = rows.some(
    ({ value }) => value && isForChannel(value) && value.handOff.delayTold === true,
  );
  const round: Round = { deps, cases, away: false, administratorsKnow };
  let least = Infinity;
  for (const row of rows) {
    const { tried, failures } = await tryOne(round, row.caseId);
    // While the row is there, so that a crash leaves it to look again.
    if (tried === 'posted') await followMove(round, row.caseId);
    const over = tried === 'posted' || (tried === 'noCase' && isOver(row.since, deps));
    if (over) await waiting.remove(row);
    else least = Math.min(least, failures);
  }
  return least === Infinity ? undefined : waitAfter(least, deps);
}

/** The most urgent first, and of equally urgent ones whoever waits longest. */
async function inOrder(
  waiting: Waiting,
  cases: CaseStore,
): Promise<(WaitingCase & { readonly value: Case | undefined })[]> {
  const rows = await waiting.all();
  const found = await Promise.all(rows.map(async (row) => ({ ...row, value: await cases.get(row.caseId) })));
  const rank = (value: Case | undefined): number => urgencySchema.options.indexOf(value?.urgency ?? 'normal');
  return found.sort(
    (one, other) => rank(one.value) - rank(other.value) || one.since.localeCompare(other.since),
  );
}

/** The job: again and again until everything has landed. */
export async function handOffJob(deps: ConcernsDeps, cases: CaseStore, job: DueJob): Promise<JobResult> {
  const value = job.key === ALL ? undefined : await cases.get(job.key);
  // A net that an earlier version laid under one case.
  if (value) await scheduleHandOff(deps, job.key, deps.clock.now());
  if (job.key !== ALL) return 'done';
  const againAt = await handOffWaiting(deps, cases);
  return againAt ? { againAt } : 'done';
}

async function tryOne(round: Round, caseId: string): Promise<{ tried: Tried; failures: number }> {
  const { deps, cases } = round;
  const claim = await cases.step(caseId, (now) => claimed(now, deps.clock.now()));
  if (!claim) return { tried: 'noCase', failures: 0 };
  const { handOff } = claim.now;
  if (!claim.taken)
    return { tried: handOff.state === 'posted' ? 'posted' : 'skipped', failures: handOff.failures };
  const delivered = await deliver(round, caseId, claim.now);
  const result = await cases.step(caseId, (now) =>
    delivered.place ? posted(now, claim.now, delivered, deps.clock.now()) : failed(now),
  );
  if (delivered.place) return { tried: 'posted', failures: 0 };
  if (result) await noteFailure(round, caseId, result.now, delivered);
  return { tried: 'failed', failures: result?.now.handOff.failures ?? 0 };
}

/** The channel, or the list of three, may have changed while the card was on its way there. */
async function followMove({ deps, cases }: Round, caseId: string): Promise<void> {
  const value = await cases.get(caseId);
  if (value && (await isMisplaced(deps, value))) await scheduleChannelMove(deps.jobs, deps.clock);
}

async function deliver(round: Round, caseId: string, value: Case): Promise<Delivered> {
  const { deps } = round;
  if (!isForChannel(value))
    return toFirstUninvolved(deps, await new ConflictList(deps.storage).people(), caseId, value);
  if (round.away) return { place: undefined, refused: 'away' };
  const delivered = await toChannel(deps, caseId, value);
  round.away = !delivered.place && !OF_ONE_CARD.includes(delivered.refused);
  return delivered;
}

async function noteFailure(round: Round, caseId: string, value: Case, { refused }: Delivered): Promise<void> {
  const { deps, cases, administratorsKnow } = round;
  const { failures, delayTold } = value.handOff;
  const long = failures >= FAILURES_TO_TELL;
  deps.log.warn(long ? 'concerns.handOffFails' : 'concerns.handOffRefused', { failures, outcome: refused });
  if (!long || delayTold) return;
  const forChannel = isForChannel(value);
  if (!forChannel || !administratorsKnow) await tellAdministrators(deps, value);
  round.administratorsKnow ||= forChannel;
  await tellReporter(deps, caseId, value);
  await cases.step(caseId, (now) => ({ next: { ...now, handOff: { ...now.handOff, delayTold: true } } }));
}

function waitAfter(failures: number, { clock }: ConcernsDeps): Date {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS);
  return new Date(clock.now().getTime() + wait);
}

const isOver = (since: string, { clock }: ConcernsDeps): boolean =>
  clock.now().getTime() - new Date(since).getTime() > NO_CASE_AFTER_MS;
