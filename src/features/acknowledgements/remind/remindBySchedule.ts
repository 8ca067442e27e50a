import { withOwnDue } from '../campaign/away';
import type { Campaign, CampaignView } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterDecision, isToRemind } from '../campaign/reminded';
import { dayOf } from '../dates';
import { teamIndexOf } from '../delivery/places';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import type { ReminderOf } from './reminderCard';
import type { PatternOf } from './rhythms';
import { isRemindedNow, mayRemindToday } from './schedule';
import { sendReminders } from './sendReminders';

/** In the rows: this reminder is the schedule's. */
const KEY = 'schedule';
/** So long after their time nobody is reminded any more. */
const TRY_FOR_MS = 2 * 60 * 60_000;

/** A request with something to send, and where the row of each person who waits for it is. */
interface Decided {
  readonly view: CampaignView;
  readonly waiting: ReadonlyMap<string, ReminderOf>;
}

/**
 * Reminds whom the schedules of these requests remind now. Decided in the rows first, for all of them, so that who is
 * due in several gets one message; cut short and run again it goes on with those decided and not yet sent.
 * @returns how many Teams did not take and are to be tried again
 */
export async function remindBySchedule(
  parties: Parties,
  requests: readonly CampaignView[],
  mayGoOn: () => boolean,
): Promise<number> {
  const now = parties.clock.now();
  const due = requests.filter((view) => isLookedAt(view, dayOf(now)));
  if (due.length === 0) return 0;
  const patternOf = await parties.reminders.rhythms.all();
  const decided: Decided[] = [];
  for (const view of due) {
    if (!mayGoOn()) return 0;
    const waiting = await decide(parties, view, patternOf, now);
    if (waiting.size > 0) decided.push({ view, waiting });
  }
  return sendAll(parties, decided, mayGoOn);
}

/** A clause that is there to be read has nothing that could be outstanding. */
function isLookedAt({ campaign, parts }: CampaignView, today: string): boolean {
  const { state, paused, about, reminders } = campaign;
  if (state === 'cancelled' || paused || about.kind === 'clause' || reminders.length === 0) return false;
  return mayRemindToday(campaign, today) || parts.some(({ counts }) => counts.ownDue > 0);
}

/** Decides in the rows. @returns what each person is to be reminded of by the schedule, also from before */
async function decide(
  { recipients }: Parties,
  { campaign, parts }: CampaignView,
  patternOf: PatternOf,
  now: Date,
): Promise<ReadonlyMap<string, ReminderOf>> {
  const waiting = new Map<string, ReminderOf>();
  for (const part of parts) {
    const teamId = campaign.teams[teamIndexOf(part.id)]?.id;
    const decideOn = (row: Recipient): Recipient => {
      const pattern = patternOf(row.personId, teamId);
      const theirs = withOwnDue(campaign, row);
      const reminded = isRemindedNow(row, theirs, pattern, now);
      const next = reminded ? afterDecision(row, { key: KEY, askedAt: now }, now) : row;
      if (isToRemind(next, KEY)) waiting.set(row.personId, { campaign: theirs, partId: part.id });
      return next;
    };
    await recipients.sweep({ campaignId: campaign.id, partId: part.id }, decideOn);
  }
  return waiting;
}

async function sendAll(
  parties: Parties,
  decided: readonly Decided[],
  mayGoOn: () => boolean,
): Promise<number> {
  let left = 0;
  for (const { view, waiting } of decided) {
    const { campaign } = view;
    const alsoFor = (personId: string): ReminderOf[] => othersOf(decided, campaign, personId);
    const round = { key: KEY, campaign, mayGoOn, tryForMs: TRY_FOR_MS, inTimeOnly: true, alsoFor };
    const parts = new Set([...waiting.values()].map(({ partId }) => partId));
    for (const part of view.parts.filter(({ id }) => parts.has(id))) {
      if (!mayGoOn()) return left;
      left += await sendReminders(parties, round, part);
      await countPart(parties, campaign.id, part);
    }
  }
  return left;
}

function othersOf(decided: readonly Decided[], mine: Campaign, personId: string): ReminderOf[] {
  return decided.flatMap(({ waiting }) => {
    const found = waiting.get(personId);
    return !found || found.campaign.id === mine.id ? [] : [found];
  });
}
