import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { requestCardFor } from '../asked/requestCardFor';
import { campaignIdOf } from '../campaign/campaign';
import { campaignOf } from './campaignOfDraft';
import type { Composer } from './composing';
import { unsentDraft } from './composing';
import { maySend, ONLY_SENDERS } from './permission';
import { showPreview } from './previewing';
import { LOOK_AGAIN, wasPreviewed } from './sending';

const SENT = 'I have sent it to you. It is the newest message in this chat, and nobody else has it.';

/**
 * "Send to me first": the card as staff would get it, to its sender alone. A request of its own stands behind it that
 * asks nobody, so that every button on it works and none records anything, however late it is pressed.
 */
export async function sendToMe(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await unsentDraft(composer, turn, data);
  if (found.answer) return found.answer;
  const { draft } = found;
  if (!(await maySend(composer.roles, turn.person.id))) return notice(ONLY_SENDERS);
  if (!wasPreviewed(draft, data)) return showPreview(composer, turn, draft, LOOK_AGAIN);
  const trial = await composer.campaigns.create({
    ...campaignOf(composer, turn.person, draft, []),
    id: campaignIdOf(turn.person.id, `trial ${draft.id} ${draft.revision}`),
    sendAt: undefined,
    listId: undefined,
    paperOf: undefined,
    everyone: undefined,
    trial: true,
    state: 'sent',
  });
  turn.show(await requestCardFor(composer, trial, ''));
  return notice(SENT);
}
