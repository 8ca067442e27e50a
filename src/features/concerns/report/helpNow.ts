import type { Card } from '../../../cards/render';
import type { ConcernsDeps } from '../deps';
import { emergencyCard } from './stepCards';

/** The card that goes before everything else where a text is urgent: numbers to ring, or people who listen. */
export async function helpNow(
  { urgencyIn, distressCard, contacts }: Pick<ConcernsDeps, 'urgencyIn' | 'distressCard' | 'contacts'>,
  text: string,
): Promise<Card | undefined> {
  const urgent = text !== '' && (await urgencyIn(text));
  if (!urgent) return undefined;
  return urgent === 'distress' ? distressCard() : emergencyCard(contacts);
}
