import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CampaignView } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Counts } from '../campaign/counts';
import { sum } from '../campaign/counts';
import type { MayRemind } from '../campaign/reminded';
import { mayRemind, MOST_REMINDERS } from '../campaign/reminded';
import { PAUSED } from '../control/permission';
import type { Parties } from '../parties';
import { showNames } from '../progress/names';
import { remindSoon } from './reminding';

const id = z.string().max(200).catch('');
const personData = z.object({ part: id, person: id });

const NOBODY = 'There is nobody to remind: nobody who has the request has still to confirm it.';
const ALL_HAD_THREE =
  `Everybody who has still to confirm has had ${MOST_REMINDERS} reminders. Please talk to them; ` +
  'See names shows who they are.';
const NOTHING_TO_CONFIRM = 'There is nothing to confirm in this one, so nobody is reminded of it.';
const UNDER_WAY =
  'I am reminding everybody who has the request and has not confirmed. Nobody gets more than one reminder a day, ' +
  `and nobody more than ${MOST_REMINDERS} in all.`;
const NOT_ON_LIST = 'This person is not on this request.';

/** Why somebody is not reminded, or that they are; after their name. */
const ANSWERS: Readonly<Record<MayRemind, string>> = {
  yes: 'gets a reminder now.',
  confirmed: 'has confirmed in the meantime, so I send no reminder.',
  noCard: 'does not have this request in their chat, so I cannot remind them of it.',
  left: 'has left, so I send no reminder.',
  away: 'is away, so I send no reminder.',
  today: 'was reminded today already. You can remind them again tomorrow.',
  enough: `has had ${MOST_REMINDERS} reminders. Please talk to them.`,
};

/** "Remind everybody": only those who have the card and have not confirmed; the work decides for each of them. */
export async function remindEverybody(
  parties: Parties,
  { campaign, parts }: CampaignView,
): Promise<CardReply> {
  if (!asksToConfirm(campaign)) return notice(NOTHING_TO_CONFIRM);
  if (campaign.paused) return notice(PAUSED);
  const refusal = whyNobody(sum(parts.map((part) => part.counts)));
  if (refusal) return notice(refusal);
  await remindSoon(parties, campaign.id);
  return notice(UNDER_WAY);
}

/** Whoever confirmed through another request's card is not among the delivered, so this errs on the side of looking. */
function whyNobody(counts: Counts): string | undefined {
  if (counts.delivered === 0) return NOBODY;
  const waiting = counts.delivered + counts.covered - counts.acknowledged;
  if (waiting <= 0) return NOBODY;
  return counts.talkTo > 0 && counts.talkTo === waiting ? ALL_HAD_THREE : undefined;
}

/** "Remind <name>" in the list of names, which stays open and says what became of it. */
export async function remindPerson(
  parties: Parties,
  { campaign }: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  if (!asksToConfirm(campaign)) return notice(NOTHING_TO_CONFIRM);
  if (campaign.paused) return notice(PAUSED);
  const { part: partId, person: personId } = personData.parse(data);
  const row = partId && personId ? await parties.recipients.get(campaign.id, partId, personId) : undefined;
  if (!row) return notice(NOT_ON_LIST);
  const may = mayRemind(row, parties.clock.now());
  if (may === 'yes') await remindSoon(parties, campaign.id, { partId, personId });
  return showNames(parties, turn, data, `${row.name} ${ANSWERS[may]}`);
}
