import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { isWaiting } from '../campaign/away';
import type { Recipient } from '../campaign/recipient';
import { controlledOpen } from '../control/permission';
import { dayInWords, dayOf, daysAfter, isDay } from '../dates';
import type { Parties } from '../parties';
import { showNames } from '../progress/names';
import { problemWithAway } from './awayDay';
import { comeBack, goAway } from './awaySoon';

const id = z.string().max(200).catch('');
const personData = z.object({ part: id, person: id });
const untilData = z.object({ until: z.string().catch('') });
const NOT_ON_LIST = 'This person is not on this request.';
const CONFIRMED = 'This person has confirmed, so there is nothing to wait for.';
const CHOOSE_DAY = 'Please choose the day on which they are back.';

/** Somebody on a request of the presser's, or the sentence that the presser gets instead. */
type Found =
  | {
      readonly row: Recipient;
      readonly campaign: string;
      readonly part: string;
      readonly refused?: undefined;
    }
  | { readonly refused: string };

/** "Away": asks until when, and nothing else. */
export async function openAway(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await personOn(parties, turn, data);
  return found.refused !== undefined ? notice(found.refused) : form(parties, found, '');
}

/** "Save": marks them away; everything of theirs waits from now on. */
export async function saveAway(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await personOn(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { until } = untilData.parse(data);
  const problem = isDay(until) ? problemWithAway(until, dayOf(parties.clock.now())) : CHOOSE_DAY;
  if (problem) return form(parties, found, problem);
  await goAway(parties, found.row.personId, until);
  return showNames(parties, turn, data, `${found.row.name} is away until ${dayInWords(until)}.`);
}

/** "Is back": ends it. */
export async function endAway(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await personOn(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { row } = found;
  const ended = await comeBack(parties, row.personId);
  return showNames(
    parties,
    turn,
    data,
    ended ? `${row.name} is back.` : `${row.name} is not marked as away.`,
  );
}

async function personOn(parties: Parties, turn: Turn, data: Record<string, unknown>): Promise<Found> {
  const found = await controlledOpen(parties, turn, data);
  if (found.refused !== undefined) return found;
  const campaign = found.view.campaign.id;
  const { part, person } = personData.parse(data);
  const row = part && person ? await parties.recipients.get(campaign, part, person) : undefined;
  if (!row) return { refused: NOT_ON_LIST };
  return isWaiting(row) ? { row, campaign, part } : { refused: CONFIRMED };
}

function form(
  { clock }: Parties,
  { row, campaign, part }: Exclude<Found, { readonly refused: string }>,
  problem: string,
): CardReply {
  const today = dayOf(clock.now());
  return openDialog(
    'Away',
    render('acknowledgements/away', {
      name: row.name,
      problem,
      hasProblem: problem !== '',
      isAway: row.awayUntil !== undefined,
      until: row.awayUntil ?? '',
      earliest: daysAfter(today, 1),
      latest: daysAfter(today, 366),
      campaign,
      part,
      person: row.personId,
    }),
  );
}
