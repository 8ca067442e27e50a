import type { Card } from '../cards/render';
import type { ChannelAddress, Channel, ConversationAddress, Member } from './addresses';
import type { Done, Read, Sent } from './outcomes';
import type { TextExtras } from './turn';

/** `waiting`: somebody waits for it, so it goes first. `bulk`: takes what is left of Teams' limits. */
export type Urgency = 'waiting' | 'bulk';

/** What is sent: a text or a card, never both (Teams would split them and lose the message's id). */
export type Message = { readonly text: string; readonly extras?: TextExtras } | { readonly card: Card };

/**
 * Writing to Teams outside a turn's own answer. Every call passes the gate, is tried again where Teams allows it,
 * and comes back as a named outcome; it throws only for faults of our own.
 */
export interface Messenger {
  send(to: ConversationAddress, message: Message, urgency: Urgency): Promise<Sent>;
  update(to: ConversationAddress, activityId: string, message: Message, urgency: Urgency): Promise<Done>;
  remove(to: ConversationAddress, activityId: string, urgency: Urgency): Promise<Done>;
  /** Starts a new thread in a channel; the thread's conversation id is `channelId;messageid=activityId`. */
  post(to: ChannelAddress, message: Message, urgency: Urgency): Promise<Sent>;
  /** The one-to-one chat with a person; Teams gives the same id every time. */
  openChat(serviceUrl: string, teamsId: string, urgency: Urgency): Promise<Read<ConversationAddress>>;
  /** @param personId `29:…` or the Entra object id. `undefined` value: not a member. */
  member(of: ConversationAddress, personId: string, urgency: Urgency): Promise<Read<Member | undefined>>;
  /** One page of a roster. @param continuation what the page before gave. */
  members(
    of: ConversationAddress,
    continuation: string | undefined,
    urgency: Urgency,
  ): Promise<Read<{ readonly members: readonly Member[]; readonly continuation: string | undefined }>>;
  channels(serviceUrl: string, teamId: string, urgency: Urgency): Promise<Read<readonly Channel[]>>;
}
