import type { Turn } from '../../../bot/turn';
import type { CampaignView } from '../campaign/campaign';
import { mayStillSend } from '../compose/permission';
import type { Parties } from '../parties';
import type { Watched } from '../progress/watching';
import { watched } from '../progress/watching';

export const NOT_CHECKED =
  'I could not check with Teams that you may do this, so nothing was changed. Please try again in a minute.';
export const PAUSED = 'This request is paused. Press Resume first.';
export const WITHDRAWN = 'This request was withdrawn, so there is nothing to do for it any more.';

/** Whether the presser may change how the request goes: looked up and asked of Teams anew at each press. */
export async function controlled(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Watched> {
  const found = await watched(parties, turn.person.id, data);
  if (found.refused !== undefined) return found;
  return (await mayStillSend(parties.roles, turn.person.id)) ? found : { refused: NOT_CHECKED };
}

/** The same for what a withdrawn request cannot have any more. */
export async function controlledOpen(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Watched> {
  const found = await controlled(parties, turn, data);
  if (found.refused !== undefined) return found;
  return isOpen(found.view) ? found : { refused: WITHDRAWN };
}

function isOpen({ campaign }: CampaignView): boolean {
  return campaign.state !== 'cancelled';
}
