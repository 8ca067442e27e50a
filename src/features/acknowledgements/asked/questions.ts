import type { CardReply } from '../../../bot/cardReply';
import { showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { Asked, RequestIds } from './reading';
import { requestIds, settle, showPage, standingIn } from './reading';
import { changesFor } from '../versions/sides';
import { requestCard } from './requestCard';

/** "I have a question": says that it can be typed now, with the way back. Nothing is kept of it. */
export function haveQuestion(_: Asked, __: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const { campaign, part } = requestIds.parse(data);
  return Promise.resolve(showPrivately(render('acknowledgements/question', { campaign, part })));
}

/** "Back to the request": the card as it was sent, or what has become of it. */
export async function backToRequest(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const ids = requestIds.parse(data);
  const found = await standingIn(asked, turn.person.id, ids);
  if (found.record) return settle(asked, turn, ids, found.record);
  const shown = found.standing === 'asked' ? await requestAgain(asked, ids) : undefined;
  return shown ?? showPage(asked, found, ids, 1);
}

async function requestAgain(asked: Asked, ids: RequestIds): Promise<CardReply | undefined> {
  const campaign = await asked.campaigns.get(ids.campaign);
  if (!campaign) return undefined;
  const changes = await changesFor(asked, campaign.about);
  return showPrivately(requestCard(asked.policy, campaign, ids.part, changes));
}
