import type { CardReply } from '../../../../../bot/cardReply';
import { notice, openPage } from '../../../../../bot/cardReply';
import type { Turn } from '../../../../../bot/turn';
import type { Composer } from '../../composing';
import { CLOSED_WORDS } from '../listWords';
import { draftOfPress, hasTyped, readList, TITLE } from '../pasting';

const KEPT_FIRST =
  'I have kept what you typed, so that it is not lost. Nothing is sent yet. Press Choose a file again: the addresses in ' +
  'the file then take the place of those in your list. People on paper stay.';

/** "Choose a file": opens the page for it. What is typed would go with its window, so it is kept and reported first. */
export async function chooseListFile(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  if (hasTyped(data)) return readList(composer, turn, data, KEPT_FIRST);
  const found = await draftOfPress(composer, turn, data);
  if (found.refused) return notice(CLOSED_WORDS[found.refused]);
  // The link stands in the answer, and answers of a turn are kept for its repeats.
  turn.keepNothingSaid();
  const { listLinks, evidenceFiles } = composer;
  const token = await listLinks.make({ managerId: turn.person.id, draftId: found.draft.id });
  // Behind the #, which no browser sends: it stands in no log of a server or proxy.
  return openPage(TITLE, `${evidenceFiles.baseUrl}/pages/addList#${token}`);
}
