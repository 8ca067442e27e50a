import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { isWaiting } from '../campaign/away';
import type { CampaignView } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import { sum } from '../campaign/counts';
import type { Recipient } from '../campaign/recipient';
import { mayRemind } from '../campaign/reminded';
import type { Parties } from '../parties';
import { detailOf } from './nameDetail';
import type { ListPlace, NameList } from './namesPage';
import { firstWithNames, isOn, NAMES_ON_A_PAGE, nextPlace, sizeOf } from './namesPage';
import { watched } from './watching';

const place = z.coerce.number().int().nonnegative().max(1_000_000).catch(0);
const namesData = z.object({
  show: z.enum(['waiting', 'confirmed', 'unreachable']).catch('waiting'),
  listPart: place,
  offset: place,
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
  const { show, listPart, offset } = namesData.parse(data);
  const { view } = found;
  const at = firstWithNames(show, view.parts, { part: listPart, offset });
  const named = await namesIn(parties, view, show, at);
  const shown = named.slice(at.offset, at.offset + NAMES_ON_A_PAGE);
  const counts = sum(view.parts.map((part) => part.counts));
  const confirms = asksToConfirm(view.campaign);
  const remindable = confirms && view.campaign.state !== 'cancelled' && !view.campaign.paused;
  const next = nextPlace(show, view.parts, at, named.length);
  const card = render('acknowledgements/names', {
    said,
    hasSaid: said !== '',
    heading: confirms || show !== 'waiting' ? HEADINGS[show] : 'Sent, or on its way',
    confirms,
    total: sizeOf(show, counts),
    team: view.parts[at.part]?.teamName ?? '',
    nobody: shown.length === 0,
    names: shown.map((recipient) => ({
      name: recipient.name,
      detail: detailOf(show, recipient),
      person: recipient.personId,
      part: view.parts[at.part]?.id ?? '',
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

/** The part's people on this list by name: a part is read whole, so that the cost has a bound. */
async function namesIn(
  { recipients }: Parties,
  { campaign, parts }: CampaignView,
  show: NameList,
  at: ListPlace,
): Promise<Recipient[]> {
  const part = parts[at.part];
  const named: Recipient[] = [];
  if (!part) return named;
  for await (const { value } of recipients.list(campaign.id, part.id)) {
    if (isOn(show, value)) named.push(value);
  }
  return named.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
