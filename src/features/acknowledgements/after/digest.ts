import { DateTime } from 'luxon';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import { render } from '../../../cards/render';
import type { CampaignView } from '../campaign/campaign';
import { confirmed, outstanding, sum, unreachable } from '../campaign/counts';
import { maySend } from '../compose/permission';
import { dayInWords, dayOf } from '../dates';
import type { Parties } from '../parties';
import { laterThan, tell } from '../tell';
import { MANAGERS_HOUR } from './overdue';
import { countOverdue } from './overdueCount';

export const DIGEST = 'acknowledgements.digest';
/** A card holds so many lines; `status` shows the newest. */
const MOST_LINES = 15;

/** A request as the digest shows it. */
interface Line {
  readonly title: string;
  readonly figures: string;
  readonly campaign: string;
}

/** Puts the manager's next digest down, unless it is put down already; repeats do no harm. */
export function digestByMonday({ jobs, clock }: Parties, managerId: string): Promise<void> {
  return jobs.scheduleByLatest(DIGEST, managerId, nextMonday(clock.now()));
}

/** One message about all the requests of a manager that are not over; none where there is nothing to say. */
export async function sendDigest(parties: Parties, { key: managerId }: DueJob): Promise<JobResult> {
  const { clock, roles, log } = parties;
  if (!(await maySend(roles, managerId))) return 'done';
  const lines = await linesOf(parties, managerId);
  if (lines.length === 0) return 'done';
  const card = render('acknowledgements/digest', {
    day: dayInWords(dayOf(clock.now())),
    requests: lines.slice(0, MOST_LINES),
    hasMore: lines.length > MOST_LINES,
    more: `and ${lines.length - MOST_LINES} more`,
  });
  const told = await tell(parties, { personId: managerId }, card);
  if (told.outcome === 'unavailable') return laterThan(clock.now());
  if (told.outcome !== 'sent') log.warn('acknowledgements.digestNotTold', { code: told.code });
  return 'done';
}

async function linesOf(parties: Parties, managerId: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { campaignId } of await parties.reminders.open.of(managerId)) {
    const view = await parties.campaigns.view(campaignId);
    const line = view && (await lineOf(parties, view));
    if (line) lines.push(line);
  }
  return lines;
}

/** @returns undefined where everybody has confirmed, and where the request was withdrawn or asks for nothing */
async function lineOf(parties: Parties, view: CampaignView): Promise<Line | undefined> {
  const { campaign, parts } = view;
  if (campaign.state === 'cancelled' || campaign.about.kind === 'clause') return undefined;
  const counts = sum(parts.map((part) => part.counts));
  if (outstanding(counts) + counts.away + unreachable(counts) === 0) return undefined;
  const figures = [
    ['Have the request', counts.delivered],
    ['Confirmed', confirmed(counts)],
    ['Still to confirm', outstanding(counts)],
    ['Overdue', await countOverdue(parties, view, dayOf(parties.clock.now()))],
    ['Away', counts.away],
    ['Cannot be reached', unreachable(counts)],
  ] as const;
  const words = figures.map(([what, people]) => `${what}: ${people.toLocaleString('en-GB')}.`);
  return { title: campaign.title, figures: words.join(' '), campaign: campaign.id };
}

/** The next Monday at nine in London, also across a clock change. */
function nextMonday(now: Date): Date {
  const here = DateTime.fromJSDate(now, { zone: 'Europe/London' });
  const monday = here.startOf('week').set({ hour: MANAGERS_HOUR });
  return (monday > here ? monday : monday.plus({ weeks: 1 })).toJSDate();
}
