import type { Card, JsonObject } from './json';
import type { ChannelEntry } from './people';

/** A message as it is kept. `conversationId` is the chat's or channel's, without a thread. */
export interface StoredMessage {
  id: string;
  conversationId: string;
  /** in a channel: the message that began the thread */
  threadId?: string;
  /** `bot`, or a person's key */
  from: string;
  /** milliseconds since 1970 */
  at: number;
  /** the newest form of what was sent */
  activity: JsonObject;
  /** milliseconds since 1970, of the newest update */
  editedAt?: number;
  deleted?: boolean;
  /** whether the bot has taken a person's message */
  delivery?: 'sending' | 'taken' | 'failed';
  /** what a person sees in place of the stored card */
  views?: Record<string, PersonalView>;
  reactions?: Record<string, string[]>;
  feedback?: Record<string, 'like' | 'dislike'>;
}

/** A card that only one person sees; without a card: when it was last asked for in vain. */
export interface PersonalView {
  card?: Card;
  /** milliseconds since 1970 */
  at: number;
}

interface OnMessage {
  conversationId: string;
  id: string;
}

/** One thing that happened: the line of the journal. All of the state comes from these. */
export type LocalRecord =
  | { what: 'message'; message: StoredMessage }
  | ({ what: 'edit'; activity: JsonObject; at: number } & OnMessage)
  | ({ what: 'delete' } & OnMessage)
  | ({ what: 'view'; person: string; view: PersonalView } & OnMessage)
  | ({ what: 'reaction'; person: string; type: string; on: boolean } & OnMessage)
  | ({ what: 'feedback'; person: string; reaction: 'like' | 'dislike' } & OnMessage)
  | ({ what: 'taken'; delivery: 'taken' | 'failed' } & OnMessage)
  | { what: 'read'; person: string; conversationId: string; upTo: string }
  | { what: 'person'; person: string; fact: 'installed' | 'blocked' | 'departed'; on: boolean }
  | { what: 'team'; team: string; installed: boolean }
  | { what: 'member'; team: string; person: string; on: boolean }
  | { what: 'channel'; team: string; channel: ChannelEntry }
  | { what: 'sending'; activityId: string; activity: JsonObject }
  | { what: 'answered'; activityId: string };
