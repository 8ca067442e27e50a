import type { ConversationAddress } from '../../bot/addresses';
import type { Refused, Sent } from '../../bot/outcomes';
import type { Card } from '../../cards/render';
import type { Parties } from './parties';

/** Somebody who is told something outside a turn; the addresses serve where the directory does not know them. */
export interface Addressee {
  readonly personId: string;
  readonly teamsId?: string;
  readonly serviceUrl?: string;
}

/** After Teams could not be reached a message waits this long. */
const AFTER_A_FAILURE_MS = 60_000;

/** Sends a card to one person in their own chat, which is opened where there is none. */
export async function tell(
  { directory, messenger }: Pick<Parties, 'directory' | 'messenger'>,
  { personId, ...known }: Addressee,
  card: Card,
): Promise<Sent | Refused> {
  const person = await directory.person(personId);
  if (person?.chat === 'blocked') return { outcome: 'blocked', code: 'KnownBlocked' };
  const { serviceUrl, teamsId } = person ?? known;
  if (!serviceUrl || !teamsId) return { outcome: 'personGone', code: 'Unknown' };
  const chat = person?.chat === 'open' ? person.conversationId : undefined;
  const opened = chat ? undefined : await messenger.openChat(serviceUrl, teamsId, 'bulk');
  if (opened && opened.outcome !== 'read') return opened;
  const to: ConversationAddress = opened?.value ?? { serviceUrl, conversationId: chat ?? '' };
  return messenger.send(to, { card }, 'bulk');
}

/** When to try again after `unavailable`. */
export function laterThan(now: Date): { readonly againAt: Date } {
  return { againAt: new Date(now.getTime() + AFTER_A_FAILURE_MS) };
}
