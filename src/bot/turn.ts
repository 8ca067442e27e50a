import type { TurnContext } from 'botbuilder';
import type { Card } from '../cards/render';
import type { CardReply } from './cardReply';
import type { TurnState } from './turnState';

/** Who acts, taken from the authenticated activity and never from card data. */
export interface Person {
  /** Entra object id (`aadObjectId`), a GUID: the person's key everywhere in the product. */
  readonly id: string;
  /** Teams' own id in a roster (`29:…`). */
  readonly teamsId: string;
  /** Display name as Teams sent it; for cards, never for logs. */
  readonly name: string;
}

/** Where the activity came from. */
export interface Place {
  readonly kind: 'personal' | 'channel' | 'groupChat';
  /** Conversation id; in a channel it carries the thread (`…;messageid=…`). */
  readonly conversationId: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly serviceUrl: string;
}

/** A citation of a clause under an answer. Teams' limits: name 80, abstract 160 characters. */
export interface Citation {
  readonly position: number;
  readonly name: string;
  readonly abstract: string;
  readonly url: string;
}

/** What may go with a text. Suggestions (at most 3) show in one-to-one chats only. */
export interface TextExtras {
  readonly citations?: readonly Citation[];
  readonly suggestions?: readonly string[];
  readonly feedback?: boolean;
}

/**
 * One turn: what a handler sees of the activity, and how it answers. Everything said is held back until the
 * state is saved, so a turn that runs again says nothing twice.
 */
export interface Turn {
  readonly person: Person;
  readonly place: Place;
  /** The message's text without the bot's mention, trimmed; empty for a press. At most 20,000 characters are read. */
  readonly text: string;
  /** Pictures and files: how many. Cards and the client's own rendering of the text are none. */
  readonly attachmentCount: number;
  /** Id of the activity: part of the key of every effect, so that a repeat ends in the same place. */
  readonly activityId: string;
  /** For a press: the activity that holds the card. */
  readonly cardActivityId?: string;
  /** What is remembered about this person in this conversation; saved with the turn. */
  readonly state: TurnState;
  /** The SDK's own context, for botbuilder-dialogs alone. */
  readonly context: TurnContext;
  /** Says a Markdown text to the person: in their own chat, also when they wrote in a channel. */
  say(text: string, extras?: TextExtras): void;
  /** Shows a card to the person: in their own chat, also when they wrote in a channel. */
  show(card: Card): void;
  /** Says something where the activity came from, for everybody there to read. */
  sayHere(text: string): void;
  /**
   * What this turn says and answers is kept nowhere for a repeat of the activity; the handlers run again instead,
   * and must bear it. For what a person typed in confidence.
   */
  keepNothingSaid(): void;
  /** Runs after the state is saved and the answer sent: the place to try at once what a job would do later. */
  afterwards(work: () => Promise<void>): void;
}

/** Returns true when the handler took the message, false to leave it to the next one. */
export type MessageHandler = (turn: Turn) => Promise<boolean>;
/** Answers a press. `data` is what came back from the card: ids at most, parsed and looked up by the handler. */
export type CardActionHandler = (turn: Turn, data: Record<string, unknown>) => Promise<CardReply>;
