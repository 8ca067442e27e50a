import { DateTime } from 'luxon';
import type { Clock } from '../../../clock';
import type { DueJob, JobResult, Jobs } from '../../../jobs/jobs';
import { digestByMonday } from '../after/digest';
import { tellOverdueSoon } from '../after/overdue';
import type { Campaign, CampaignView } from '../campaign/campaign';
import { dayOf, daysAfter } from '../dates';
import type { Parties } from '../parties';
import type { OpenRequest } from './openRequests';
import { remindBySchedule } from './remindBySchedule';
import { AGAIN_AFTER_MS } from './sendReminders';

export const LOOKING = 'acknowledgements.reminders';
const KEY = 'hourly';
/** After this a request is over, whoever has not confirmed: enough has been said about it. */
const DAYS_AFTER_DUE = 90;

/** A request that is not over. */
interface Open {
  readonly entry: OpenRequest;
  readonly view: CampaignView;
}

/** Puts the first look down; each follows itself from then on. */
export function scheduleReminders(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.scheduleByLatest(LOOKING, KEY, nextHour(clock.now()));
}

/**
 * Looks each hour at the requests that are not over, for every time that is somebody's own is a full hour. A look
 * that comes late, after the product was stopped, does what is still in time and leaves the rest.
 */
export async function lookAtRequests(parties: Parties, { mayGoOn }: DueJob): Promise<JobResult> {
  const { clock } = parties;
  const open = await openRequests(parties);
  await tellManagersInTime(parties, open);
  const views = open.map(({ view }) => view);
  const left = await remindBySchedule(parties, views, mayGoOn);
  const now = clock.now();
  if (!mayGoOn()) return { againAt: now };
  return { againAt: left > 0 ? new Date(now.getTime() + AGAIN_AFTER_MS) : nextHour(now) };
}

/** The requests that are not over; the others are forgotten here. */
async function openRequests({ campaigns, reminders, clock }: Parties): Promise<Open[]> {
  const today = dayOf(clock.now());
  const open: Open[] = [];
  for (const entry of await reminders.open.all()) {
    const view = await campaigns.view(entry.campaignId);
    if (view && !isOver(view.campaign, today)) open.push({ entry, view });
    else await reminders.open.remove(entry);
  }
  return open;
}

function isOver({ state, due }: Campaign, today: string): boolean {
  return state === 'cancelled' || today > daysAfter(due, DAYS_AFTER_DUE);
}

async function tellManagersInTime(parties: Parties, open: readonly Open[]): Promise<void> {
  for (const { entry, view } of open) {
    if (view.campaign.about.kind !== 'clause') await tellOverdueSoon(parties, entry, view.campaign);
  }
  for (const managerId of new Set(open.map(({ entry }) => entry.managerId)))
    await digestByMonday(parties, managerId);
}

/** Clocks in London always differ from others by full hours. */
function nextHour(now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/London' }).plus({ hours: 1 }).startOf('hour').toJSDate();
}
