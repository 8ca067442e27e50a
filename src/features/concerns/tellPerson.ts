import type { Sent } from '../../bot/outcomes';
import type { Card } from '../../cards/render';
import type { ConcernsDeps } from './deps';

/** Sends a card to somebody in their own chat, which is opened where there is none. */
export async function tellPerson(
  { directory, messenger }: Pick<ConcernsDeps, 'directory' | 'messenger'>,
  personId: string,
  card: Card,
): Promise<Sent> {
  const person = await directory.person(personId);
  if (!person) return { outcome: 'personGone', code: 'Unknown' };
  if (person.chat === 'blocked') return { outcome: 'blocked', code: 'KnownBlocked' };
  const { serviceUrl, conversationId, teamsId } = person;
  if (conversationId) return messenger.send({ serviceUrl, conversationId }, { card }, 'waiting');
  const chat = await messenger.openChat(serviceUrl, teamsId, 'waiting');
  return chat.outcome === 'read' ? messenger.send(chat.value, { card }, 'waiting') : chat;
}

/** Teams may answer otherwise later; every other refusal stays one until somebody acts. */
export const mayPass = ({ outcome }: Sent): boolean =>
  outcome === 'unavailable' || outcome === 'conversationGone';
