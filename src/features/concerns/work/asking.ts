import { DateTime } from 'luxon';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import { dayOf, workingDaysAfter, ZONE } from '../clocks/workingDays';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { followUp, scheduleFollowUp } from '../reporter/followUp';
import type { TellDeps } from '../telling/tell';
import { withTelling } from '../telling/tellings';
import type { Work } from './workForm';
import { notWorkedOn } from './works';

export const QUESTION = 'concerns.question';
const WORKING_DAYS = 5;
const NET_MS = 20_000;

type AskingDeps = TellDeps & Pick<ConcernsDeps, 'jobs' | 'log' | 'storage'>;

/** A handler asks the reporter something, whose name may be kept back: the bot passes it on. */
export function askingWork({ jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>): Work {
  return {
    ...{ verb: 'concerns.ask', button: 'Send the question' },
    lead: 'The reporter reads your words and not your name. The answer comes to this report, and the reporter stays unnamed where they chose so. Please ask nothing that would tell others who they are.',
    words: { label: 'Your question' },
    refused: (value) =>
      notWorkedOn(value) ??
      (value.question?.state === 'open' ? 'A question waits for its answer already.' : undefined),
    // The net: should this process stop right after the question is written, its time is watched all the same.
    before: (id) => jobs.schedule(QUESTION, id, new Date(clock.now().getTime() + NET_MS)),
    decide: (now, { words }, signed) => ({
      next: withTelling(
        { ...now, question: { event: now.events + 1, dueAt: dueAfter(signed.at), state: 'open' } },
        'question',
      ),
      event: { what: 'asked', ...signed, note: words },
    }),
  };
}

/** A question that waited for 5 working days comes back to whoever looks after the case. */
export async function questionJob(
  deps: AskingDeps,
  cases: CaseStore,
  { key: id }: DueJob,
): Promise<JobResult> {
  const value = await cases.get(id);
  if (value?.question?.state !== 'open') return 'done';
  const { dueAt } = value.question;
  // Also while the case is closed: it may be open again by then.
  if (deps.clock.now() < new Date(dueAt)) return { againAt: new Date(dueAt) };
  if (!waits(value)) return 'done';
  await scheduleFollowUp(deps, id);
  await cases.step(id, (now) => unanswered(now, dueAt, wholeMinute(deps.clock.now())));
  await followUp(deps, cases, id);
  return 'done';
}

const waits = ({ question, status }: Case): boolean => question?.state === 'open' && status === 'taken';

function unanswered(now: Case, dueAt: string, at: string): CaseStep | undefined {
  if (!now.question || !waits(now) || now.question.dueAt !== dueAt) return undefined;
  const question = { ...now.question, state: 'unanswered' as const };
  return { next: withTelling({ ...now, question }, 'unanswered'), event: { what: 'questionUnanswered', at } };
}

/** The same time of the day, five working days later. */
function dueAfter(at: string): string {
  const asked = DateTime.fromISO(at, { zone: ZONE });
  const day = DateTime.fromISO(workingDaysAfter(dayOf(new Date(at)), WORKING_DAYS), { zone: ZONE });
  return day.set({ hour: asked.hour, minute: asked.minute }).toJSDate().toISOString();
}
