import type { Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';

const HIDDEN =
  'I am taking my cards about your reports out of this chat. Nothing is lost: type **my reports** to see them again. What you typed yourself stays here until you delete it.';
const NOT_HERE = 'Please ask me that in our own chat.';

/** The words by which somebody asks to have the cards about their reports taken away. */
const HIDE = /^hide (?:all )?(?:of )?my (?:reports?|concerns?)(?: cards?)?[.!]?$/i;

/** @returns false for any other words. */
export async function hideWhenAsked(turn: Turn, deps: Pick<ConcernsDeps, 'reportCards'>): Promise<boolean> {
  if (!HIDE.test(turn.text.trim())) return false;
  turn.say(await hideReports(deps, turn));
  return true;
}

/** @returns what to tell the person. */
export async function hideReports(
  { reportCards }: Pick<ConcernsDeps, 'reportCards'>,
  { place }: Turn,
): Promise<string> {
  if (place.kind !== 'personal') return NOT_HERE;
  await reportCards.hide(place);
  return HIDDEN;
}
