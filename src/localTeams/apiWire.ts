/** What the control API says about the wire between Teams and the bot: faults, requests, deliveries, events. */
import type { Json } from './json';

/** The operations of the Connector that a fault can be bound to. */
export type ConnectorOperation =
  | 'createConversation'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'pagedMembers'
  | 'member'
  | 'team'
  | 'channels';

/** Misbehave: requests that match get the answer. Several faults may be set; the first that matches answers. */
export interface FaultRequest {
  /**
   * a status that is answered without doing anything (429, 412, 500, 502, 503, 504, 403 …);
   * `lost`: done, and the answer is a 504; `reset`: done, and the connection is cut without an answer
   */
  answer: number | 'lost' | 'reset';
  /** Teams' code in the body of an error; by default the usual one of that status */
  code?: string;
  /** seconds, with 429 and 503; 1 by default with 429 */
  retryAfter?: number;
  /** which; by default all */
  operation?: ConnectorOperation;
  /** a conversation's or person's or channel's id or key; by default all */
  conversation?: string;
  /** how many requests; by default until cleared */
  times?: number;
  /** 0 to 1: the share of matching requests that fail; spread evenly and not by chance; by default all */
  share?: number;
}

/** A fault that is set. */
export interface FaultView extends FaultRequest {
  id: string;
  /** how often it answered */
  hits: number;
}

/** One request that the bot made. */
export interface SeenRequest {
  /** 1 is the first since the start */
  n: number;
  /** ISO 8601 */
  at: string;
  method: string;
  path: string;
  operation?: ConnectorOperation;
  conversationId?: string;
  activityId?: string;
  body?: Json;
  /** the status that was answered; absent while it is worked on; 0 when the connection was cut */
  status?: number;
  /** Teams' code of a refusal */
  code?: string;
}

/** An activity on its way to the bot. */
export interface DeliveryView {
  activityId: string;
  /** `message`, `invoke adaptiveCard/action`, `conversationUpdate` … */
  what: string;
  conversationId: string;
  state: 'under way' | 'waiting to try again' | 'answered' | 'given up';
  attempts: number;
  /** the last status; 0 when nothing came back */
  status?: number;
}

/** Send an activity again, with the same id. */
export interface RedeliverRequest {
  activityId: string;
}

/**
 * What the events stream says. A `message` event names who sees the change (everybody when `people` is
 * absent): ask for the messages again. `seq` counts up; after a reconnect ask for everything again.
 */
export type LocalEvent = { seq: number } & (
  | { type: 'hello' }
  | {
      type: 'message';
      change: 'new' | 'updated' | 'deleted';
      conversationId: string;
      messageId: string;
      people?: string[];
    }
  | { type: 'typing'; conversationId: string; from: string }
  | { type: 'unread'; person: string; conversationId: string; unread: number }
  | { type: 'world' }
  | { type: 'delivery'; delivery: DeliveryView }
  | { type: 'request'; request: SeenRequest /* without its body */ }
  | { type: 'faults' }
);

/** A refusal of the control API. */
export interface ApiRefusal {
  error: {
    code: string;
    message: string;
    /** with 422: what a client would show under each input */
    inputs?: { id: string; message: string }[];
  };
}
