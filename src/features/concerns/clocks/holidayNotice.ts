import { DateTime } from 'luxon';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import { told } from '../access/accessCards';
import type { ConcernsDeps } from '../deps';
import { mayPass, tellPerson } from '../tellPerson';
import { HOLIDAYS_KNOWN_UNTIL } from './bankHolidays';
import { dayInWords, holidaysRunOut, ZONE } from './workingDays';

export const HOLIDAYS = 'concerns.bankHolidays';
const HOUR = 9;
const AGAIN_MS = 60 * 60_000;
const WORDS = `The dates of reports count working days with the bank holidays of England and Wales. I know these until ${dayInWords(HOLIDAYS_KNOWN_UNTIL)} and not after it. Please ask whoever looks after this bot to add the next years: without them, dates can come out wrong. I say this on the first day of each month until it is done.`;

type NoticeDeps = Pick<ConcernsDeps, 'administrators' | 'directory' | 'messenger' | 'jobs' | 'clock' | 'log'>;

/** Puts down for each administrator that the list is looked at; each follows itself from then on. */
export async function scheduleHolidayNotices({ administrators, jobs, clock }: NoticeDeps): Promise<void> {
  const at = nextFirst(clock.now());
  await Promise.all(administrators.map((id) => jobs.scheduleByLatest(HOLIDAYS, id, at)));
}

/** Tells one administrator, once a month, that the bank holidays run out. */
export async function holidayJob(deps: NoticeDeps, { key: personId }: DueJob): Promise<JobResult> {
  if (!deps.administrators.includes(personId)) return 'done';
  const now = deps.clock.now();
  if (!holidaysRunOut(now)) return { againAt: nextFirst(now) };
  const sent = await tellPerson(deps, personId, told('Bank holidays run out', WORDS));
  if (sent.outcome !== 'sent') deps.log.warn('concerns.bankHolidaysNotTold', { outcome: sent.outcome });
  return { againAt: mayPass(sent) ? new Date(now.getTime() + AGAIN_MS) : nextFirst(now) };
}

/** The morning of the next first day of a month in England. */
function nextFirst(now: Date): Date {
  const local = DateTime.fromJSDate(now, { zone: ZONE });
  const first = local.startOf('month').set({ hour: HOUR });
  return (first > local ? first : first.plus({ months: 1 })).toJSDate();
}
