import { requestCard } from '../asked/requestCard';
import { withOwnDue } from '../campaign/away';
import type { Campaign, Part } from '../campaign/campaign';
import { afterCorrection, isBehind } from '../campaign/corrected';
import type { Recipient } from '../campaign/recipient';
import type { Parties } from '../parties';
import { reminderCard } from '../remind/reminderCard';
import type { ClauseChange } from '../versions/clauseChanges';
import { changesFor } from '../versions/sides';
import type { CardChange } from './cardChanges';
import { changeCards } from './cardChanges';

/**
 * Has the cards of a corrected request say what it says now: those that people have and have not confirmed. A newer
 * correction finds every card behind again, so that the newest one stays.
 * @returns the earliest moment (ISO) at which a card is to be tried again
 */
export async function correctCards(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
): Promise<string | undefined> {
  const { id, revision = 0, shownRevision = 0 } = campaign;
  if (revision <= shownRevision) return undefined;
  const changes = await changesFor(parties, campaign.about);
  const waiting: string[] = [];
  for (const part of (await parties.campaigns.view(id))?.parts ?? []) {
    if (!mayGoOn()) break;
    waiting.push(
      ...(await changeCards(
        parties,
        campaign,
        part,
        correctionOf(parties, campaign, part, changes),
        mayGoOn,
      )),
    );
  }
  if (mayGoOn() && waiting.length === 0) {
    // Where a reminder went out beside this, the next round looks for it.
    await parties.campaigns.change(id, (now) =>
      (now.shownRevision ?? 0) >= revision || now.lateReminders !== campaign.lateReminders
        ? now
        : { ...now, shownRevision: revision },
    );
  }
  return waiting.sort()[0];
}

function correctionOf(
  { policy }: Parties,
  campaign: Campaign,
  part: Part,
  changes: readonly ClauseChange[],
): CardChange {
  const revision = campaign.revision ?? 0;
  const request = requestCard(policy, campaign, part.id, changes);
  const reminder = reminderCard(policy, [{ campaign, partId: part.id }]);
  return {
    isWanted: (row) => isBehind(row, revision),
    nextTryAt: (row) => row.cardSays?.nextTryAt,
    cardFor: (row: Recipient, activityId) => {
      if (row.activityId !== activityId) return reminder;
      return row.ownDue ? requestCard(policy, withOwnDue(campaign, row), part.id, changes) : request;
    },
    after: (row, outcome, now) => afterCorrection(row, revision, outcome, now),
    // Their press writes the row.
    afterReceipt: (row) => row,
  };
}
