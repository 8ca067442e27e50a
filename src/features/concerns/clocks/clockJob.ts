import type { JobResult } from '../../../jobs/jobs';
import type { DueJob } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { caseClocks } from './caseClocks';
import type { Notice } from './clockEngine';
import { noticesOf } from './clockEngine';
import { tellAdministrators, tellHandlers } from './clockTelling';

export const CLOCKS = 'concerns.clocks';
/** By then what a net was laid under is written. */
const NET_MS = 20_000;
const AGAIN_MS = 60_000;
const LONGEST_WAIT_MS = 30 * 60_000;

type ClockDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log' | 'jobs' | 'administrators'>;

/** Puts down that the clocks of a case are to be looked at: may be called before the case is saved. */
export async function scheduleClocks(
  { jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  caseId: string,
  at = new Date(clock.now().getTime() + NET_MS),
): Promise<void> {
  await jobs.schedule(CLOCKS, caseId, at);
}

/** Says what is due about the clocks of one case, and comes back for what is next. */
export async function clockJob(deps: ClockDeps, cases: CaseStore, job: DueJob): Promise<JobResult> {
  const value = await cases.get(job.key);
  if (!value) return 'done';
  const now = deps.clock.now();
  const notices = noticesOf(caseClocks(value));
  for (const notice of newest(notices.filter(({ at }) => at <= now))) {
    if (!(await say(deps, cases, job.key, value, notice))) return againLater(now, job.attempts);
  }
  const next = notices.find(({ at }) => at > now);
  return next ? { againAt: next.at } : 'done';
}

/** Of several things that are due about one clock the last: who hears that it ran out needs no reminder. */
function newest(due: readonly Notice[]): Notice[] {
  return [...new Map(due.map((notice) => [notice.clock.id, notice])).values()];
}

/** The channel has a reminder and an alarm, administrators an alarm: whoever was told is not told again. */
async function say(
  deps: ClockDeps,
  cases: CaseStore,
  id: string,
  value: Case,
  notice: Notice,
): Promise<boolean> {
  const { key, kind, clock } = notice;
  const told = value.clocksTold ?? [];
  const handlers = told.includes(key) || (await tellHandlers(deps, value, notice));
  const administrators =
    kind === 'reminder' || told.includes(`${key}/administrators`) || (await tellAdministrators(deps, value));
  const keys = [...(handlers ? [key] : []), ...(administrators ? [`${key}/administrators`] : [])];
  const what = kind === 'alarm' ? ('clockRanOut' as const) : ('clockReminded' as const);
  await cases.step(id, (current) => {
    const before = current.clocksTold ?? [];
    const added = keys.filter((each) => !before.includes(each));
    if (added.length === 0) return undefined;
    const next = { ...current, clocksTold: [...before, ...added] };
    const event = { what, at: wholeMinute(deps.clock.now()), note: clock.title };
    return added.includes(key) ? { next, event } : { next };
  });
  return handlers && administrators;
}

function againLater(now: Date, attempts: number): JobResult {
  return { againAt: new Date(now.getTime() + Math.min(AGAIN_MS * 2 ** attempts, LONGEST_WAIT_MS)) };
}
