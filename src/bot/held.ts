import type { ConversationAddress } from './addresses';
import type { Message } from './messengerPort';

/** Something a turn wants to send, held back until its state is saved. Plain JSON: it is saved with the state. */
export type Held =
  | { readonly kind: 'send'; readonly to: ConversationAddress; readonly message: Message }
  | {
      readonly kind: 'update';
      readonly to: ConversationAddress;
      readonly activityId: string;
      readonly message: Message;
    };

/** What the HTTP request of a turn is answered with. */
export interface TurnAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A turn as it is remembered, so that the same activity gets the same answer again. */
export interface TurnRecord {
  readonly activityId: string;
  /** ISO time. */
  readonly at: string;
  readonly answer: TurnAnswer;
  /** The process that ran it. */
  readonly by?: string | undefined;
  /** Not sent yet, as far as is known. */
  readonly outbox?: readonly Held[] | undefined;
}
