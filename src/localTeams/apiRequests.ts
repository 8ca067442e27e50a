/** What a person does through the control API, and what comes of it. */
import type { MessageView } from './apiViews';
import type { Card, Json } from './json';

/** Write as the person. In a channel the bot hears only what mentions it (`mentionBot`). */
export interface SayRequest {
  text: string;
  /** in a channel: puts `<at>bot</at>` before the text, with its mention entity */
  mentionBot?: boolean;
  /** in a channel: any message of the thread to answer in; without it a new thread begins */
  replyTo?: string;
}

/** What became of something said. */
export interface SayAnswer {
  message: MessageView;
  /** the bot's HTTP status; 0 when it was given up; absent when the bot was not meant to hear it */
  botStatus?: number;
}

/** What a person types into the search of the app's message extension; nothing: the panel has just opened. */
export interface SearchRequest {
  text?: string;
}

/** What a search led to. `status` and `body` are the bot's answer to the invoke as it came. */
export interface SearchAnswer {
  /** HTTP status of the bot's answer; 0 when there was none in time */
  status: number;
  body: Json;
  /** what the client made of it */
  result: SearchResult;
}

/**
 * results: lines to choose from, to be put into the conversation by the search's id and their place ·
 * words: what to show in their place · failed: Teams can make nothing of the answer; `code` says why
 */
export type SearchResult =
  | { kind: 'results'; search: string; results: { title: string; text: string }[] }
  | { kind: 'words'; text: string }
  | { kind: 'failed'; code: string; text: string };

/** Put a result of a search into the conversation, as a message from the person. */
export interface InsertRequest {
  /** as the answer to the search named it */
  search: string;
  /** 0 is the first */
  result: number;
  /** in a channel: any message of the thread to answer in; without it a new thread begins */
  replyTo?: string;
}

/** A file from a person; Teams allows it in the personal chat only. */
export interface UploadRequest {
  name: string;
  contentType: string;
  /** at most 10 MB */
  contentBase64: string;
  text?: string;
}

/** A press on a card's button, by what the person sees (title), by verb, or by both and its data. */
export interface PressRequest {
  button: ButtonChoice;
  /** by input id; as strings, the way a client sends them (a toggle's valueOn, multi-select joined by commas) */
  inputs?: Record<string, string>;
}

/** A title or verb; or an object all of whose properties must match the button (the page sends all three). */
export type ButtonChoice = string | { title?: string; verb?: string; data?: Json };

/** What a press led to. `status` and `body` are the bot's answer to the invoke as it came. */
export interface PressAnswer {
  /** HTTP status of the bot's answer; 0 when there was none */
  status: number;
  body: Json;
  /** what the client made of it */
  result: PressResult;
}

/**
 * card: the message shows a new card to this person · toast: a line of text to show for a moment ·
 * dialog: open it, or put it in the place of the one that is open · closed: the open dialog closes, with a text
 * to show or none · nothing: the client shows nothing · link: the client opens an address (the bot hears nothing)
 * · shown: the button shows or hides a part of the card (the bot hears nothing) ·
 * failed: what Teams shows is "Unable to reach app"; `code` says more
 */
export type PressResult =
  | { kind: 'card'; message: MessageView }
  | { kind: 'toast'; text: string }
  | { kind: 'dialog'; dialog: DialogView }
  | { kind: 'closed'; text?: string }
  | { kind: 'nothing' }
  | { kind: 'link'; url: string }
  | { kind: 'shown' }
  | { kind: 'failed'; code: string; text: string };

/** An open dialog: a card or a page of the app. */
export interface DialogView {
  id: string;
  title: string;
  card?: Card;
  url?: string;
  /** pixels, or small, medium, large */
  width?: number | string;
  height?: number | string;
}

/** Submit a dialog: a button of its card with inputs, or the `data` that its page passed to submitTask. */
export type DialogSubmitRequest = { button: ButtonChoice; inputs?: Record<string, string> } | { data: Json };

/** Press a suggested action of the newest message. */
export interface SuggestionRequest {
  title: string;
}

/** Thumbs, and what the person wrote. */
export interface FeedbackRequest {
  reaction: 'like' | 'dislike';
  text?: string;
}

/** A reaction; `remove` takes it away. */
export interface ReactionRequest {
  type: 'like' | 'heart' | 'laugh' | 'surprised' | 'sad' | 'angry';
  remove?: boolean;
}

/** `refreshed` counts the cards for which the bot was asked (`refresh` in the card, older than a minute). */
export interface ReadAnswer {
  refreshed: number;
}

/** A JWT of the person for the app's pages: aud the bot id, `oid`, `tid`, `name`, an hour long. */
export interface TabToken {
  token: string;
}

/** Who installs or removes the bot in a team: a person's key, by default its first member. */
export interface TeamChangeRequest {
  by?: string;
}

/** Who joins a team. */
export interface MemberRequest {
  person: string;
}

/** A new channel of a team. */
export interface ChannelRequest {
  name: string;
  membershipType?: 'standard' | 'private' | 'shared';
}

/** Done; and the bot's HTTP status where it was told of something (0: no answer). */
export interface Done {
  ok: true;
  botStatus?: number;
}
