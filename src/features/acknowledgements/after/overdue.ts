import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Campaign } from '../campaign/campaign';
import { maySend } from '../compose/permission';
import { dayInWords, dayOf, hourOn } from '../dates';
import type { Parties } from '../parties';
import type { OpenRequest } from '../remind/openRequests';
import { wasOverdueTold } from '../remind/openRequests';
import { laterThan, tell } from '../tell';
import { overdueOf } from './overdueCount';

export const OVERDUE = 'acknowledgements.overdue';
/** Managers are told in the morning. */
export const MANAGERS_HOUR = 9;
/** More fit into the list of names, which the card opens. */
const NAMES_SHOWN = 10;
const NAMES_KEPT = 200;

/** Has the manager told who is overdue, once, on the morning after the due date; repeats do no harm. */
export async function tellOverdueSoon(
  { jobs, clock }: Parties,
  entry: OpenRequest,
  campaign: Campaign,
): Promise<void> {
  const now = clock.now();
  const today = dayOf(now);
  if (wasOverdueTold(entry, campaign) || today <= campaign.due || now < hourOn(today, MANAGERS_HOUR)) return;
  const { managerId } = entry;
  await jobs.schedule(OVERDUE, campaign.id, now, { managerId });
}

/** Tells the manager who is overdue. Where nobody is there is nothing to tell. */
export async function tellOverdue(parties: Parties, { key, payload }: DueJob): Promise<JobResult> {
  const { campaigns, reminders, clock, log } = parties;
  const entry = (await reminders.open.of(payload['managerId'] ?? '')).find((each) => each.campaignId === key);
  const view = await campaigns.view(key);
  const now = clock.now();
  if (!view || !entry || wasOverdueTold(entry, view.campaign)) return 'done';
  if (view.campaign.state === 'cancelled' || dayOf(now) <= view.campaign.due) return 'done';
  const { names, count } = await firstNames(overdueOf(parties, view, dayOf(now)));
  // Names are for those who still are managers.
  if (count > 0 && (await maySend(parties.roles, entry.managerId))) {
    const told = await tell(parties, { personId: entry.managerId }, overdueCard(view.campaign, names, count));
    if (told.outcome === 'unavailable') return laterThan(now);
    if (told.outcome !== 'sent')
      log.warn('acknowledgements.overdueNotTold', { campaign: key, code: told.code });
  }
  await reminders.open.noteOverdueTold(entry, view.campaign.due, now.toISOString());
  return 'done';
}

/** However many there are, only so many names are kept at a time. */
async function firstNames(
  people: AsyncIterable<{ readonly name: string }>,
): Promise<{ readonly names: string[]; readonly count: number }> {
  const names: string[] = [];
  let count = 0;
  for await (const { name } of people) {
    count += 1;
    names.push(name);
    if (names.length >= NAMES_KEPT) shorten(names);
  }
  shorten(names);
  return { names, count };
}

function shorten(names: string[]): void {
  names.sort((one, other) => one.localeCompare(other, 'en-GB'));
  names.splice(NAMES_SHOWN);
}

function overdueCard({ id, title, due }: Campaign, names: readonly string[], count: number): Card {
  return render('acknowledgements/overdue', {
    title,
    due: dayInWords(due),
    count: count === 1 ? '1 person has' : `${count.toLocaleString('en-GB')} people have`,
    names: names.map((name) => ({ name })),
    more: `and ${(count - names.length).toLocaleString('en-GB')} more`,
    hasMore: count > names.length,
    campaign: id,
  });
}
