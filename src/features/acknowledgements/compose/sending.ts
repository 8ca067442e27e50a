import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { asksToConfirm } from '../campaign/campaign';
import { campaignOf } from './campaignOfDraft';
import { unsentDraft } from './composing';
import type { Draft } from './draft';
import type { Approving } from './everyone/asking';
import { askForApproval } from './everyone/asking';
import { mayStillSend } from './permission';
import { reachFor, showPreview, whyNot } from './previewing';
import { showSent } from './showSent';
import { whyNotSend } from './whyNotSend';

const sendData = z.object({
  revision: z.coerce.number().int().catch(-1),
  listRevision: z.coerce.number().int().catch(0),
});
/** @returns whether the preview showed the draft as it is. */
export function wasPreviewed(draft: Draft, data: Record<string, unknown>): boolean {
  const { revision, listRevision } = sendData.parse(data);
  return revision === draft.revision && listRevision === draft.listRevision;
}

const NOT_CONFIRMED =
  'I could not check with Teams that you may send this, so nothing was sent. Please try again in a minute. ' +
  'Only managers and administrators can send a request.';
export const LOOK_AGAIN =
  'This was changed after you opened this preview. Please look at it again before you send it.';

/** "Send": makes the campaign of this draft, once, and has it delivered; to everybody only after an approval. */
export async function send(
  composer: Approving,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await unsentDraft(composer, turn, data);
  if (found.answer) return found.answer;
  const { draft } = found;
  if (!(await mayStillSend(composer.roles, turn.person.id))) return notice(NOT_CONFIRMED);
  if (!wasPreviewed(draft, data)) return showPreview(composer, turn, draft, LOOK_AGAIN);
  const teams = await composer.roles.teamsOf(turn.person.id);
  const reach = isCountedAgain(draft) ? await reachFor(composer, draft) : undefined;
  const problem = whyNotSend(draft, teams, composer.clock.now()) ?? (reach && whyNot(draft, reach));
  if (problem) return notice(`${problem} Press Back to change it.`);
  if (draft.everyone) return askForApproval(composer, turn, draft, reach?.people ?? 0);
  const campaign = await composer.campaigns.create(campaignOf(composer, turn.person, draft, teams));
  await composer.drafts.markSent(draft, campaign.id);
  return showSent(composer, turn, campaign.id);
}

/** Where the number decides whether it may go. Otherwise a large audience is not read while its manager waits. */
function isCountedAgain(draft: Draft): boolean {
  return draft.everyone || !asksToConfirm(draft);
}
