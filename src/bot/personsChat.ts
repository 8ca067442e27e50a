import type { Directory } from '../storage/roles';
import type { Message, Messenger, Urgency } from './messengerPort';
import type { Sent } from './outcomes';

/** By which somebody's chat is found where the directory does not know it yet. */
export interface Reachable {
  readonly personId: string;
  readonly teamsId?: string;
  readonly serviceUrl?: string;
}

/** Writes to one person in their own chat, which is opened where there is none. Who blocked the bot is not asked. */
export async function writeToPerson(
  {
    directory,
    messenger,
  }: {
    readonly directory: Pick<Directory, 'person'>;
    readonly messenger: Pick<Messenger, 'send' | 'openChat'>;
  },
  { personId, ...known }: Reachable,
  message: Message,
  urgency: Urgency = 'waiting',
): Promise<Sent> {
  const person = await directory.person(personId);
  if (person?.chat === 'blocked') return { outcome: 'blocked', code: 'KnownBlocked' };
  const { serviceUrl, teamsId } = person ?? known;
  if (!serviceUrl || !teamsId) return { outcome: 'personGone', code: 'Unknown' };
  const chat = person?.chat === 'open' ? person.conversationId : undefined;
  if (chat) return messenger.send({ serviceUrl, conversationId: chat }, message, urgency);
  const opened = await messenger.openChat(serviceUrl, teamsId, urgency);
  return opened.outcome === 'read' ? messenger.send(opened.value, message, urgency) : opened;
}
