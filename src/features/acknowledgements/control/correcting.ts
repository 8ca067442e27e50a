import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { Campaign, CampaignView, Words } from '../campaign/campaign';
import { LONGEST_TITLE, LONGEST_WORDS, problemWithDue, problemWithWords } from '../compose/problems';
import { dayInWords, dayOf } from '../dates';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';

const TITLE = 'Correct the request';
const typed = z.string().catch('');
const wordsData = z.object({ title: typed, words: typed, due: typed });
/** All of them stay in the record, so there must be an end. */
const MOST_CORRECTIONS = 20;

const CORRECTED =
  'The request is corrected. The cards of people who have not confirmed change one after the other, and whoever ' +
  'gets it from now on gets the new words. What it said before stays in the records.';
const NOTHING_CHANGED =
  'Nothing is different from what the request says now, so there is nothing to correct.';
const TOO_OFTEN =
  `This request was corrected ${MOST_CORRECTIONS} times. Please cancel it and send a new one, so that people ` +
  'know which words count.';

/** "Correct it": the words of the request, to be changed. */
export function openCorrection(_: Parties, { campaign }: CampaignView): CardReply {
  return form(campaign, campaign);
}

/** "Save and change the cards". A second press finishes what a crash left of the first. */
export async function correct(
  parties: Parties,
  { campaign }: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const wanted = wordsIn(data);
  const problem = problemWith(wanted, campaign, dayOf(parties.clock.now()));
  if (problem) return form(campaign, wanted, problem);
  if (isSame(wanted, campaign)) return nothingToDo(parties, campaign, wanted);
  // First, so that a crash after the correction leaves no request without its reminders.
  if (wanted.due !== campaign.due) await parties.reminders.open.reopen(campaign);
  const until = parties.clock.now().toISOString();
  const by = { until, byId: turn.person.id, byName: turn.person.name };
  const now = await parties.campaigns.correct(campaign.id, by, (latest) =>
    latest.state === 'cancelled' || isSame(wanted, latest) ? undefined : wanted,
  );
  // A list of what somebody sent names it by its title.
  if (now) await parties.campaigns.enterInList(now);
  return changed(parties, campaign.id);
}

async function nothingToDo(parties: Parties, campaign: Campaign, wanted: Words): Promise<CardReply> {
  const { revision = 0, shownRevision = 0 } = campaign;
  return revision > shownRevision ? changed(parties, campaign.id) : form(campaign, wanted, NOTHING_CHANGED);
}

async function changed(parties: Parties, campaignId: string): Promise<CardReply> {
  await deliverSoon(parties, campaignId);
  await statusSoon(parties, campaignId);
  return notice(CORRECTED);
}

function wordsIn(data: Record<string, unknown>): Words {
  const { title, words, due } = wordsData.parse(data);
  return { title: title.trim(), words: words.trim(), due };
}

/** People plan by the date that they were told, so it only moves to a later one. */
function problemWith(wanted: Words, now: Campaign, today: string): string | undefined {
  const problem =
    problemWithWords(wanted) ?? (wanted.due === now.due ? undefined : problemWithDue(wanted.due, today));
  if (problem) return problem;
  if (wanted.due < now.due) {
    return `People were told ${dayInWords(now.due)}. Please keep that day or choose a later one.`;
  }
  return (now.revision ?? 0) >= MOST_CORRECTIONS ? TOO_OFTEN : undefined;
}

function isSame(one: Words, other: Words): boolean {
  return one.title === other.title && one.words === other.words && one.due === other.due;
}

function form(campaign: Campaign, { title, words, due }: Words, problem = ''): CardReply {
  const card = render('acknowledgements/correct', {
    problem,
    hasProblem: problem !== '',
    title,
    words,
    due,
    first: campaign.due,
    longestTitle: LONGEST_TITLE,
    longestWords: LONGEST_WORDS,
    campaign: campaign.id,
  });
  return openDialog(TITLE, card);
}
