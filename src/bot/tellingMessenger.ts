import type { Card } from '../cards/render';
import type { ConversationAddress } from './addresses';
import type { Messenger } from './messengerPort';

/** Told of each card that reached a chat. */
export type CardSent = (to: ConversationAddress, card: Card, activityId: string) => Promise<void>;

/** A messenger that tells of the cards that it sent, so that whose they are can take them away again. */
export function tellingMessenger(messenger: Messenger, sent: CardSent): Messenger {
  return {
    async send(to, message, urgency) {
      const result = await messenger.send(to, message, urgency);
      if (result.outcome === 'sent' && 'card' in message) await sent(to, message.card, result.activityId);
      return result;
    },
    update: (...request) => messenger.update(...request),
    remove: (...request) => messenger.remove(...request),
    post: (...request) => messenger.post(...request),
    openChat: (...request) => messenger.openChat(...request),
    member: (...request) => messenger.member(...request),
    members: (...request) => messenger.members(...request),
    channels: (...request) => messenger.channels(...request),
  };
}
