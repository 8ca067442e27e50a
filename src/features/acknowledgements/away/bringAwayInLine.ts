import type { DueJob, JobResult } from '../../../jobs/jobs';
import { requestCardFor } from '../asked/requestCardFor';
import { afterAway, afterComingBack, dueOf, isWaiting } from '../campaign/away';
import type { Campaign } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { dayOf } from '../dates';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { countSoon } from '../progress/counting';
import { laterThan } from '../tell';

/** A row of one person. */
interface Place {
  readonly campaign: Campaign;
  readonly partId: string;
  readonly row: Recipient;
}

/**
 * Brings the rows of one person in line with whether they are away. While they are it waits for their day; on it they
 * get what waited, with a new due date. It may be cut short anywhere and run again.
 */
export async function bringAwayInLine(parties: Parties, job: DueJob): Promise<JobResult> {
  const { key: personId } = job;
  const { reminders, recipients, clock } = parties;
  const now = clock.now();
  const away = await reminders.away.of(personId);
  const isAway = away !== undefined && away.endsAt > now.toISOString();
  for (const place of await placesOf(parties, personId)) {
    // Another instance may have brought them back by now.
    if (!job.mayGoOn()) return { againAt: now };
    if (isAway) {
      const { campaign, partId } = place;
      await recipients.change(campaign.id, partId, personId, (row) => afterAway(row, away.until));
      await countSoon(parties, campaign.id, partId);
    } else if (!(await comeBackIn(parties, place, dayOf(away ? new Date(away.endsAt) : now))))
      return laterThan(now);
  }
  if (isAway) return { againAt: new Date(away.endsAt) };
  if (away) await reminders.away.forget(away);
  return 'done';
}

/** Requests are few at a time, and each has few parts. */
async function placesOf({ reminders, campaigns, recipients }: Parties, personId: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const { campaignId } of await reminders.open.all()) {
    const view = await campaigns.view(campaignId);
    if (!view || view.campaign.state === 'cancelled') continue;
    for (const { id: partId } of view.parts) {
      const row = await recipients.get(campaignId, partId, personId);
      if (row && isWaiting(row)) places.push({ campaign: view.campaign, partId, row });
    }
  }
  return places;
}

/** The card first and then the row, which says that it is done. @returns false when Teams does not take it now */
async function comeBackIn(
  parties: Parties,
  { campaign, partId, row }: Place,
  backOn: string,
): Promise<boolean> {
  const after = afterComingBack(row, campaign.due, backOn);
  if (!(await showNewDue(parties, { campaign, partId, row: after }, row))) return false;
  await parties.recipients.change(campaign.id, partId, row.personId, (now) =>
    afterComingBack(now, campaign.due, backOn),
  );
  if (row.delivery === 'pending') await deliverSoon(parties, campaign.id);
  await countSoon(parties, campaign.id, partId);
  return true;
}

async function showNewDue(
  parties: Parties,
  { campaign, partId, row }: Place,
  before: Recipient,
): Promise<boolean> {
  const { conversationId, activityId, serviceUrl, delivery } = row;
  const due = dueOf(row, campaign);
  const shown = before.awayUntil === undefined || due === dueOf(before, campaign);
  if (shown || delivery !== 'delivered' || !conversationId || !activityId) return true;
  const card = await requestCardFor(parties, { ...campaign, due }, partId);
  const updated = await parties.messenger.update(
    { serviceUrl, conversationId },
    activityId,
    { card },
    'bulk',
  );
  return updated.outcome !== 'unavailable';
}
