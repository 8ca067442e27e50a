import type { CardReply } from '../../../bot/cardReply';
import { showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { withOwnDue } from '../campaign/away';
import type { Asked, RequestIds } from './reading';
import { requestIds, settle, showPage, standingIn } from './reading';
import { requestCardFor } from './requestCardFor';
import type { Standing } from './standing';

/** "I have a question": says that it can be typed now, with the way back. Nothing is kept of it. */
export function haveQuestion(_: Asked, __: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const { campaign, part } = requestIds.parse(data);
  return Promise.resolve(showPrivately(render('acknowledgements/question', { campaign, part })));
}

/** Where the request's card is still what it was. */
const SHOWN_AGAIN: readonly Standing[] = ['asked', 'nothingToConfirm', 'trial'];

/** "Back to the request": the card as it was sent, or what has become of it. */
export async function backToRequest(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const ids = requestIds.parse(data);
  const found = await standingIn(asked, turn.person.id, ids);
  if (found.record) return settle(asked, turn, ids, found.record);
  const shown = SHOWN_AGAIN.includes(found.standing)
    ? await requestAgain(asked, turn.person.id, ids)
    : undefined;
  return shown ?? showPage(asked, found, ids, 1);
}

async function requestAgain(asked: Asked, personId: string, ids: RequestIds): Promise<CardReply | undefined> {
  const { campaigns, recipients } = asked;
  const [campaign, row] = await Promise.all([
    campaigns.get(ids.campaign),
    ids.part === '' ? undefined : recipients.get(ids.campaign, ids.part, personId),
  ]);
  if (!campaign || campaign.state === 'cancelled') return undefined;
  const request = row ? withOwnDue(campaign, row) : campaign;
  return showPrivately(await requestCardFor(asked, request, ids.part));
}
