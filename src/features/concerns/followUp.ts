import type { Messenger } from '../../bot/messengerPort';
import type { Sent } from '../../bot/outcomes';
import { render } from '../../cards/render';
import type { DueJob, JobResult } from '../../jobs/jobs';
import type { PersonRecord } from '../../storage/roles';
import type { Case, CaseEvent } from './case';
import type { CaseStep, CaseStore } from './caseStore';
import { channelCard, faceOf } from './channelCard';
import type { ConcernsDeps } from './deps';
import { reporterOf, wholeMinute } from './submit';
import { REPLY_WORDS, STATUS_LABELS } from './wording';

export const FOLLOW_UP = 'concerns.followUp';
const NET_MS = 20_000;
/** How long one telling keeps others away: less than the net, which then finds it done or given up. */
const TELLING_MS = 15_000;
const AGAIN_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

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
  const { status } = value;
  if (status === 'new' || value.told.includes(status)) return true;
  const claim = await cases.step(caseId, (now) => telling(now, status, deps.clock.now()));
  if (!claim?.taken) return !claim || claim.now.told.includes(status);
  const person = await deps.directory.person(reporterOf(deps, caseId, value));
  const sent = person && (await sendTo(deps.messenger, person, { card: toldCard(caseId, value) }));
  if (sent && PASSING.includes(sent.outcome) && value.tellFailures < MOST_TRIES) {
    await cases.step(caseId, (now) => ({
      next: { ...now, tellingUntil: undefined, tellFailures: now.tellFailures + 1 },
    }));
    return false;
  }
  const what = sent?.outcome === 'sent' ? 'reporterTold' : 'reporterNotReached';
  await cases.step(caseId, (now) => noted(now, status, what, wholeMinute(deps.clock.now())));
  return true;
}

/** Several presses at once are followed up at once, and the reporter is told once. */
function telling(now: Case, status: Case['status'], at: Date): CaseStep | undefined {
  const isTold = now.status !== status || now.told.some((told) => told === status);
  if (isTold || (now.tellingUntil && new Date(now.tellingUntil) > at)) return undefined;
  return { next: { ...now, tellingUntil: new Date(at.getTime() + TELLING_MS).toISOString() } };
}

function noted(
  now: Case,
  status: 'taken' | 'closed',
  what: CaseEvent['what'],
  at: string,
): CaseStep | undefined {
  if (now.told.includes(status)) return undefined;
  return {
    next: { ...now, told: [...now.told, status], tellingUntil: undefined, tellFailures: 0 },
    event: { what, at, note: STATUS_LABELS[status] },
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

function toldCard(caseId: string, value: Case) {
  return render('concerns/told', {
    case: caseId,
    reference: value.reference,
    closed: value.status === 'closed',
    words: value.reply ? REPLY_WORDS[value.reply] : '',
  });
}

async function drawAgain(
  deps: FollowUpDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
): Promise<boolean> {
  const { channel } = value.handOff;
  if (!channel || value.drawn === faceOf(value)) return true;
  const card = channelCard(caseId, value);
  const outcomes = await Promise.all(
    value.channelCards.map((activityId) => {
      const thread = {
        serviceUrl: channel.serviceUrl,
        conversationId: `${channel.channelId};messageid=${activityId}`,
      };
      return deps.messenger.update(thread, activityId, { card }, 'waiting');
    }),
  );
  if (outcomes.some(({ outcome }) => outcome === 'unavailable')) return false;
  const result = await cases.step(caseId, (now) => ({ next: { ...now, drawn: faceOf(value) } }));
  return result !== undefined && faceOf(result.now) === faceOf(value);
}
