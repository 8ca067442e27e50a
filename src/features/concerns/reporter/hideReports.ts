import type { Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';

const HIDDEN =
  'I am taking my cards about your reports out of this chat. Nothing is lost: type **my reports** to see them again. What you typed yourself stays here until you delete it.';
const NOT_HERE = 'Please ask me that in our own chat.';

/** The words by which somebody asks to have the cards about their reports taken away. */
export function saysHide(text: string): boolean {
  return /^hide (?:all )?(?:of )?my (?:reports?|concerns?)(?: cards?)?[.!]?$/i.test(text.trim());
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
