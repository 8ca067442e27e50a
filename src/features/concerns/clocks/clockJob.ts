import type { JobResult } from '../../../jobs/jobs';
import type { DueJob } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import type { NamedContacts } from '../safeguarding/contacts';
import { tellContacts } from '../safeguarding/tellContacts';
import { caseClocks } from './caseClocks';
import type { Notice } from './clockEngine';
import { noticesOf } from './clockEngine';
import { tellAdministrators, tellHandlers } from './clockTelling';

export const CLOCKS = 'concerns.clocks';
/** By then what a net was laid under is written. */
const NET_MS = 20_000;
/** A person may unblock the bot, and a channel come back: it is tried until it lands. */
const AGAIN_MS = 5 * 60_000;

interface ClockDeps extends Pick<
  ConcernsDeps,
  'directory' | 'messenger' | 'clock' | 'log' | 'jobs' | 'administrators'
> {
  /** Whether a person may see a case, asked of Teams now. */
  readonly maySee: (personId: string, caseId: string) => Promise<boolean>;
}

/** Puts down that the clocks of a case are to be looked at: may be called before the case is saved. */
export async function scheduleClocks(
  { jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  caseId: string,
  at = new Date(clock.now().getTime() + NET_MS),
): Promise<void> {
  await jobs.schedule(CLOCKS, caseId, at);
}

/** Says what is due about the clocks of one case, and comes back for what is next. */
export async function clockJob(
  deps: ClockDeps,
  parties: { readonly cases: CaseStore; readonly contacts: NamedContacts },
  job: DueJob,
): Promise<JobResult> {
  const { cases } = parties;
  const value = await cases.get(job.key);
  if (!value) return 'done';
  const now = deps.clock.now();
  const notices = noticesOf(caseClocks(value));
  const all = [await tellContacts(deps, parties, job.key, value)];
  for (const notice of newest(notices.filter(({ at }) => at <= now)))
    all.push(await say(deps, cases, job.key, value, notice));
  const next = notices.find(({ at }) => at > now)?.at;
  const soon = new Date(now.getTime() + AGAIN_MS);
  if (!all.every(Boolean)) return { againAt: next && next < soon ? next : soon };
  return next ? { againAt: next } : 'done';
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
  const handlers = told.includes(key) || (await tellHandlers(deps, id, value, notice));
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
