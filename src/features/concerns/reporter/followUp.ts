import type { Messenger } from '../../../bot/messengerPort';
import type { Sent } from '../../../bot/outcomes';
import { render } from '../../../cards/render';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { PersonRecord } from '../../../storage/roles';
import type { Case, CaseEvent } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import { channelCard, faceOf } from '../case/channelCard';
import type { ConcernsDeps } from '../deps';
import { cardPlaces } from '../handOff/cardPlaces';
import { reporterOf, wholeMinute } from '../report/submit';
import { REPLY_WORDS, STATUS_LABELS } from '../case/wording';

export const FOLLOW_UP = 'concerns.followUp';
const NET_MS = 20_000;
/** How long one telling keeps others away: less than the net, which then finds it done or given up. */
const TELLING_MS = 15_000;
const AGAIN_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** A step of which the reporter is told. */
type Step = 'taken' | 'closed';
type FollowUpDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log' | 'jobs' | 'sealing'>;
/** Teams may answer otherwise later; every other refusal stays one until the person acts. */
const PASSING: readonly Sent['outcome'][] = ['unavailable', 'conversationGone'];
const MOST_TRIES = 8;

/** Lays the net under a step of a case: called before the step is written. */
export async function scheduleFollowUp(
  { jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  caseId: string,
): Promise<void> {
  await jobs.schedule(FOLLOW_UP, caseId, new Date(clock.now().getTime() + NET_MS));
}

/**
 * Makes the world fit the case: the reporter is told of its status, and the channel's cards show it. Finds out by
 * itself what is still to do, so it may run at any time and as often as it likes.
 * @returns undefined when all is done, else the time to try again.
 */
export async function followUp(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
): Promise<Date | undefined> {
  const value = await cases.get(caseId);
  if (!value) return undefined;
  const told = await tellReporter(deps, cases, caseId, value);
  const drawn = await drawAgain(deps, cases, caseId, value);
  if (told && drawn) return undefined;
  const wait = Math.min(AGAIN_MS * 2 ** value.tellFailures, LONGEST_WAIT_MS);
  return new Date(deps.clock.now().getTime() + wait);
}

export async function followUpJob(deps: FollowUpDeps, cases: CaseStore, job: DueJob): Promise<JobResult> {
  const againAt = await followUp(deps, cases, job.key);
  return againAt ? { againAt } : 'done';
}

async function tellReporter(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
): Promise<boolean> {
  for (const step of untold(value)) if (!(await tell(deps, cases, caseId, value, step))) return false;
  return true;
}

/** In their order: a case may be closed before the reporter could be told that somebody took it on. */
function untold({ status, handler, told }: Case): Step[] {
  const steps: Step[] = [
    ...(handler ? (['taken'] as const) : []),
    ...(status === 'closed' ? (['closed'] as const) : []),
  ];
  return steps.filter((step) => !told.includes(step));
}

/** @returns false when it is to be tried again. */
async function tell(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
  step: Step,
): Promise<boolean> {
  const claim = await cases.step(caseId, (now) => telling(now, step, deps.clock.now()));
  if (!claim?.taken) return !claim || claim.now.told.includes(step);
  const person = await deps.directory.person(reporterOf(deps, caseId, value));
  const sent = person && (await sendTo(deps.messenger, person, { card: toldCard(caseId, value, step) }));
  if (sent && PASSING.includes(sent.outcome) && value.tellFailures < MOST_TRIES) {
    await cases.step(caseId, (now) => ({
      next: { ...now, tellingUntil: undefined, tellFailures: now.tellFailures + 1 },
    }));
    return false;
  }
  const what = sent?.outcome === 'sent' ? 'reporterTold' : 'reporterNotReached';
  await cases.step(caseId, (now) => noted(now, step, what, wholeMinute(deps.clock.now())));
  return true;
}

/** Several presses at once are followed up at once, and the reporter is told once. */
function telling(now: Case, step: Step, at: Date): CaseStep | undefined {
  if (now.told.includes(step) || (now.tellingUntil && new Date(now.tellingUntil) > at)) return undefined;
  return { next: { ...now, tellingUntil: new Date(at.getTime() + TELLING_MS).toISOString() } };
}

function noted(now: Case, step: Step, what: CaseEvent['what'], at: string): CaseStep | undefined {
  if (now.told.includes(step)) return undefined;
  return {
    next: { ...now, told: [...now.told, step], tellingUntil: undefined, tellFailures: 0 },
    event: { what, at, note: STATUS_LABELS[step] },
  };
}

async function sendTo(
  messenger: Messenger,
  person: PersonRecord,
  message: Parameters<Messenger['send']>[1],
): Promise<Sent> {
  const { serviceUrl, conversationId } = person;
  if (conversationId) return messenger.send({ serviceUrl, conversationId }, message, 'waiting');
  const chat = await messenger.openChat(serviceUrl, person.teamsId, 'waiting');
  return chat.outcome === 'read' ? messenger.send(chat.value, message, 'waiting') : chat;
}

function toldCard(caseId: string, value: Case, step: Step) {
  return render('concerns/told', {
    case: caseId,
    reference: value.reference,
    closed: step === 'closed',
    words: step === 'closed' && value.reply ? REPLY_WORDS[value.reply] : '',
  });
}

async function drawAgain(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
): Promise<boolean> {
  const places = cardPlaces(value);
  if (places.length === 0 || value.drawn === faceOf(value)) return true;
  const card = channelCard(caseId, value);
  const outcomes = await Promise.all(
    places.map(({ to, activityId }) => deps.messenger.update(to, activityId, { card }, 'waiting')),
  );
  if (outcomes.some(({ outcome }) => outcome === 'unavailable')) return false;
  const result = await cases.step(caseId, (now) => ({ next: { ...now, drawn: faceOf(value) } }));
  return result !== undefined && faceOf(result.now) === faceOf(value);
}
