import type { Stored } from '../../../storage/table';
import { withOwnDue } from '../campaign/away';
import type { Campaign, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterAcknowledgement } from '../campaign/recipient';
import { goesOn } from '../campaign/corrected';
import { afterNoReminder, afterRefusedReminder, afterReminder, isToRemind } from '../campaign/reminded';
import { dayOf } from '../dates';
import { deliverSoon } from '../delivery/deliverSoon';
import { inFlight, MOST_IN_FLIGHT } from '../delivery/inFlight';
import { Recorder } from '../delivery/recorder';
import { sendOne } from '../delivery/sendOne';
import type { Parties } from '../parties';
import { versionOf } from '../policyToConfirm';
import { isTooLate } from './moment';
import type { ReminderOf } from './reminderCard';
import { reminderCard } from './reminderCard';

/** What Teams did not take is tried again this much later. */
export const AGAIN_AFTER_MS = 60_000;

/** Reminders of one request that were decided on in its rows and have yet to be sent: by a press, or by the schedule. */
export interface Round {
  /** What the rows say that they wait for. */
  readonly key: string;
  readonly campaign: Campaign;
  readonly mayGoOn: () => boolean;
  /** What Teams did not take is tried again for so long after the decision. */
  readonly tryForMs: number;
  /** What was not sent soon after its decision is not sent at all: the schedule's time was the person's own. */
  readonly inTimeOnly?: boolean;
  /** Other requests that the same message names, of this person. */
  readonly alsoFor?: (personId: string) => readonly ReminderOf[];
}

type Decide = (now: Recipient) => Recipient;

/**
 * Sends them, and records each in its row.
 * @returns how many are to be sent later: Teams did not take them, or the request was corrected meanwhile
 */
export async function sendReminders(parties: Parties, round: Round, part: Part): Promise<number> {
  const place = { campaignId: round.campaign.id, partId: part.id };
  const recorder = new Recorder(parties.recipients, place);
  const left: string[] = [];
  await inFlight(waitingIn(parties, round, part), round.mayGoOn, async (stored) => {
    const decide = await remindOne(parties, round, part, stored.value);
    if (decide) await recorder.record(stored, decide);
    else left.push(stored.row);
  });
  return (await changedSince(parties, round.campaign)) ? left.length + 1 : left.length;
}

/** What went out with the words of before is put right or withdrawn, like the cards. @returns whether there are newer words */
async function changedSince(parties: Parties, { id, revision = 0 }: Campaign): Promise<boolean> {
  const now = await parties.campaigns.get(id);
  if (now?.state === 'cancelled') await deliverSoon(parties, id);
  if (!now || now.state === 'cancelled' || (now.revision ?? 0) === revision) return false;
  await parties.campaigns.change(id, (latest) => ({
    ...latest,
    shownRevision: Math.min(latest.shownRevision ?? 0, revision),
    lateReminders: (latest.lateReminders ?? 0) + 1,
  }));
  await deliverSoon(parties, id);
  return true;
}

/** It ends when the request is paused, withdrawn or corrected, which is looked up for every 25 of them. */
async function* waitingIn(
  { campaigns, recipients }: Parties,
  { key, campaign }: Round,
  part: Part,
): AsyncGenerator<Stored<Recipient>> {
  let taken = 0;
  for await (const stored of recipients.list(campaign.id, part.id)) {
    if (!isToRemind(stored.value, key)) continue;
    if (taken++ % MOST_IN_FLIGHT === 0 && !goesOn(campaign, await campaigns.get(campaign.id))) return;
    yield stored;
  }
}

/** @returns what became of the row, or undefined where it is to be tried again. */
async function remindOne(
  parties: Parties,
  round: Round,
  part: Part,
  row: Recipient,
): Promise<Decide | undefined> {
  const { key, inTimeOnly } = round;
  const decidedAt = row.remindedAt ?? '';
  const record = await parties.evidence.find(row.personId, versionOf(parties.policy));
  if (record) {
    // They confirmed through the card of another request: there is nothing to remind them of.
    const { at, receipt } = record;
    return (now) => afterAcknowledgement(afterNoReminder(now, key), { at, receipt, activityId: undefined });
  }
  const now = parties.clock.now();
  if (inTimeOnly && isTooLate(decidedAt, now)) return (latest) => afterNoReminder(latest, key);
  const message = `${key}:${decidedAt}`;
  if (!(await parties.reminders.days.take(row.personId, dayOf(now), message)))
    return (latest) => afterNoReminder(latest, key);
  return send(parties, round, part, row, message);
}

async function send(
  parties: Parties,
  { key, campaign, tryForMs, alsoFor }: Round,
  part: Part,
  row: Recipient,
  message: string,
): Promise<Decide | undefined> {
  const { recipients, clock, policy, reminders } = parties;
  const others = alsoFor?.(row.personId) ?? [];
  const card = reminderCard(policy, [{ campaign: withOwnDue(campaign, row), partId: part.id }, ...others]);
  const result = await sendOne(parties, campaign, row, card);
  if (result.outcome === 'sent') {
    const { activityId } = result;
    for (const other of others)
      await recipients.change(other.campaign.id, other.partId, row.personId, (now) =>
        afterReminder(now, key, activityId, other.campaign.revision ?? 0),
      );
    return (now) => afterReminder(now, key, activityId, campaign.revision ?? 0);
  }
  const age = clock.now().getTime() - Date.parse(row.remindedAt ?? '');
  if (result.outcome === 'unavailable' && age < tryForMs) return undefined;
  await reminders.days.giveBack(row.personId, message);
  return (now) => afterRefusedReminder(now, key, result.outcome);
}
