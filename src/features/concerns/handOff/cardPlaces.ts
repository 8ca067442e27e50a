import type { ConversationAddress } from '../../../bot/addresses';
import type { Case } from '../case/case';

/** A card that shows a case, and where it is. */
export interface CardPlace {
  readonly to: ConversationAddress;
  readonly activityId: string;
}

/** Every card that shows a case: in the channel, or in the chat of whom it was handed to. */
export function cardPlaces({ handOff: { channel, chat }, channelCards }: Case): CardPlace[] {
  if (chat) return channelCards.map((activityId) => ({ to: chat, activityId }));
  if (!channel) return [];
  return channelCards.map((activityId) => ({
    to: { serviceUrl: channel.serviceUrl, conversationId: `${channel.channelId};messageid=${activityId}` },
    activityId,
  }));
}
