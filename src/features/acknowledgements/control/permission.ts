import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
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

/** What a press does to a request that the presser may change. */
export type Control = (
  parties: Parties,
  view: CampaignView,
  turn: Turn,
  data: Record<string, unknown>,
) => CardReply | Promise<CardReply>;

/** The press as it comes from Teams: the request is looked up, and whether the presser may, before anything is done. */
export function onceMayChange(
  control: Control,
  mayChange: typeof controlled = controlledOpen,
): (parties: Parties, turn: Turn, data: Record<string, unknown>) => Promise<CardReply> {
  return async (parties, turn, data) => {
    const found = await mayChange(parties, turn, data);
    return found.refused !== undefined ? notice(found.refused) : control(parties, found.view, turn, data);
  };
}

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
