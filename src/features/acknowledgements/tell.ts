import type { Reachable } from '../../bot/personsChat';
import { writeToPerson } from '../../bot/personsChat';
import type { Sent } from '../../bot/outcomes';
import type { Card } from '../../cards/render';
import type { Parties } from './parties';

/** After Teams could not be reached a message waits this long. */
const AFTER_A_FAILURE_MS = 60_000;

/** Sends a card to one person outside a turn; nobody waits for it. */
export const tell = (
  parties: Pick<Parties, 'directory' | 'messenger'>,
  to: Reachable,
  card: Card,
): Promise<Sent> => writeToPerson(parties, to, { card }, 'bulk');

/** When to try again after `unavailable`. */
export function laterThan(now: Date): { readonly againAt: Date } {
  return { againAt: new Date(now.getTime() + AFTER_A_FAILURE_MS) };
}
