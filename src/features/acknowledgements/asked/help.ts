import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { afterHelpAsked, HELP_WORDS, isUntold } from '../campaign/needs';
import type { Help } from '../campaign/beside';
import { helpSchema } from '../campaign/beside';
import { tellOfHelpSoon } from './helpTold';
import type { Asked, RequestIds } from './reading';
import { requestIds, settle, showPage, standingIn } from './reading';

const helpData = z.object({ help: helpSchema.optional().catch(undefined) });

/** "I need help to understand this": what would help? Nothing is kept yet. */
export async function needHelp(asked: Asked, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const ids = requestIds.parse(data);
  return (await elsewhere(asked, turn, ids)) ?? chooseHelp(asked, ids);
}

/** "Ask for this": keeps the need with the request, once, and has the manager told. It is neither a yes nor a no. */
export async function askForHelp(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const ids = requestIds.parse(data);
  const moved = await elsewhere(asked, turn, ids);
  if (moved) return moved;
  const { help } = helpData.parse(data);
  if (!help) return chooseHelp(asked, ids);
  const at = asked.clock.now().toISOString();
  const row = await asked.recipients.change(ids.campaign, ids.part, turn.person.id, (now) =>
    afterHelpAsked(now, help, at),
  );
  // Also for a repeat: where a crash came in between, this finishes what the first press began.
  if (row && isUntold(row, help)) await tellOfHelpSoon(asked, { ...ids, personId: turn.person.id, help });
  return showHelpCard(asked, ids, help);
}

/** The answer to somebody who is not asked by this request, or has confirmed. */
async function elsewhere(asked: Asked, turn: Turn, ids: RequestIds): Promise<CardReply | undefined> {
  const found = await standingIn(asked, turn.person.id, ids);
  if (found.record) return settle(asked, turn, ids, found.record);
  return found.standing === 'asked' ? undefined : showPage(asked, found, ids, 1);
}

const chooseHelp = (asked: Asked, ids: RequestIds): Promise<CardReply> => showHelpCard(asked, ids, undefined);

async function showHelpCard(
  { campaigns }: Asked,
  ids: RequestIds,
  help: Help | undefined,
): Promise<CardReply> {
  const manager = (await campaigns.get(ids.campaign))?.managerName ?? '';
  return showPrivately(
    render('acknowledgements/help', {
      choosing: help === undefined,
      manager,
      help: help ? HELP_WORDS[help] : '',
      campaign: ids.campaign,
      part: ids.part,
    }),
  );
}
