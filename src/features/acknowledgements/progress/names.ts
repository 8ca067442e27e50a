import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { isWaiting } from '../campaign/away';
import type { CampaignView, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import { sum } from '../campaign/counts';
import type { Recipient } from '../campaign/recipient';
import { MOST_TEAMS_SHOWN } from '../compose/composeCard';
import { mayRemind } from '../campaign/reminded';
import type { Parties } from '../parties';
import type { Named } from './findNames';
import { findNames, inTeam, LONGEST_FIND } from './findNames';
import { detailOf } from './nameDetail';
import type { ListPlace, NameList } from './namesPage';
import { firstWithNames, isOn, NAMES_ON_A_PAGE, nextPlace, sizeOf } from './namesPage';
import { watched } from './watching';

const place = z.coerce.number().int().nonnegative().max(1_000_000).catch(0);
const namesData = z.object({
  show: z.enum(['waiting', 'confirmed', 'unreachable']).catch('waiting'),
  listPart: place,
  offset: place,
  find: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, LONGEST_FIND)),
  team: z.string().catch(''),
});

const HEADINGS: Readonly<Record<NameList, string>> = {
  waiting: 'Not confirmed yet',
  confirmed: 'Confirmed',
  unreachable: 'Cannot be reached',
};

/**
 * "See names": one page of a list, one team at a time, in a dialog that stays while the figures change.
 * @param said a line above the list; empty for none
 */
export async function showNames(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
  said = '',
): Promise<CardReply> {
  const found = await watched(parties, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { show, listPart, offset, find, team } = namesData.parse(data);
  const view = inTeam(found.view, team);
  const { named, next, at } = await pageOf(parties, view, show, { part: listPart, offset }, find);
  const counts = sum(view.parts.map((part) => part.counts));
  const confirms = asksToConfirm(view.campaign);
  const remindable = confirms && view.campaign.state !== 'cancelled' && !view.campaign.paused;
  const card = render('acknowledgements/names', {
    said,
    hasSaid: said !== '',
    heading: confirms || show !== 'waiting' ? HEADINGS[show] : 'Sent, or on its way',
    confirms,
    total: sizeOf(show, counts),
    team: find === '' ? (view.parts[at.part]?.teamName ?? '') : `Names with “${find}”`,
    nobody: named.length === 0,
    find,
    longestFind: LONGEST_FIND,
    hasTeams: found.view.campaign.teams.length > 1,
    chosenTeam: view === found.view ? '' : team,
    teams: found.view.campaign.teams
      .slice(0, MOST_TEAMS_SHOWN)
      .map(({ name }, index) => ({ name, index: String(index) })),
    names: named.map(({ recipient, part }) => ({
      name: recipient.name,
      detail: find === '' ? detailOf(show, recipient) : `${part.teamName}. ${detailOf(show, recipient)}`,
      person: recipient.personId,
      part: part.id,
      mayBeOnPaper:
        confirms && show !== 'confirmed' && !recipient.paper && recipient.personId !== turn.person.id,
      mayRemind: remindable && mayRemind(recipient, parties.clock.now()) === 'yes',
      mayBeAway: remindable && isWaiting(recipient),
    })),
    waiting: sizeOf('waiting', counts),
    confirmed: sizeOf('confirmed', counts),
    unreachable: sizeOf('unreachable', counts),
    campaign: view.campaign.id,
    show,
    listPart: at.part,
    offset: at.offset,
    hasNext: next !== undefined,
    nextPart: next?.part ?? 0,
    nextOffset: next?.offset ?? 0,
  });
  return openDialog('Names', card);
}

/** One page: of one part as it comes, or of what a search finds from there on. */
async function pageOf(
  parties: Parties,
  view: CampaignView,
  show: NameList,
  from: ListPlace,
  find: string,
): Promise<{
  readonly named: readonly Named[];
  readonly next: ListPlace | undefined;
  readonly at: ListPlace;
}> {
  const { parts, campaign } = view;
  if (find !== '') {
    const found = await findNames(parts, show, from, find, (part) =>
      namesIn(parties, campaign.id, part, show),
    );
    return { ...found, at: from };
  }
  const at = firstWithNames(show, parts, from);
  const part = parts[at.part];
  const all = part ? await namesIn(parties, campaign.id, part, show) : [];
  const shown = all.slice(at.offset, at.offset + NAMES_ON_A_PAGE);
  const named = part ? shown.map((recipient) => ({ recipient, part })) : [];
  return { named, next: nextPlace(show, parts, at, all.length), at };
}

/** The part's people on this list by name: a part is read whole, so that the cost has a bound. */
async function namesIn(
  { recipients }: Parties,
  campaignId: string,
  part: Part,
  show: NameList,
): Promise<Recipient[]> {
  const named: Recipient[] = [];
  for await (const { value } of recipients.list(campaignId, part.id)) {
    if (isOn(show, value)) named.push(value);
  }
  return named.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
