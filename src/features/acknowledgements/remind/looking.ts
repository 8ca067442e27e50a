import { DateTime } from 'luxon';
import type { Clock } from '../../../clock';
import type { DueJob, JobResult, Jobs } from '../../../jobs/jobs';
import type { Campaign, CampaignView } from '../campaign/campaign';
import { dayOf, daysAfter } from '../dates';
import type { Parties } from '../parties';
import { remindBySchedule } from './remindBySchedule';
import { AGAIN_AFTER_MS } from './sendReminders';

export const LOOKING = 'acknowledgements.reminders';
const KEY = 'hourly';
/** After this a request is over, whoever has not confirmed: enough has been said about it. */
const DAYS_AFTER_DUE = 90;

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
  const left = await remindBySchedule(parties, await openViews(parties), mayGoOn);
  const now = clock.now();
  if (!mayGoOn()) return { againAt: now };
  return { againAt: left > 0 ? new Date(now.getTime() + AGAIN_AFTER_MS) : nextHour(now) };
}

/** The requests that are not over; the others are forgotten here. */
async function openViews({ campaigns, reminders, clock }: Parties): Promise<CampaignView[]> {
  const today = dayOf(clock.now());
  const views: CampaignView[] = [];
  for (const entry of await reminders.open.all()) {
    const view = await campaigns.view(entry.campaignId);
    // Entered before its campaign is changed and after it is made: one that is not there was never sent.
    if (view && !isOver(view.campaign, today)) views.push(view);
    else await reminders.open.remove(entry);
  }
  return views;
}

function isOver({ state, due }: Campaign, today: string): boolean {
  return state === 'cancelled' || today > daysAfter(due, DAYS_AFTER_DUE);
}

/** Clocks in London always differ from others by full hours. */
function nextHour(now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/London' }).plus({ hours: 1 }).startOf('hour').toJSDate();
}
