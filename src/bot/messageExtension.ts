import type { Card } from '../cards/render';

/** What a person searches for in the panel of a message extension. Who they are and where is not told: it may not matter. */
export interface ExtensionQuery {
  /** What was typed, by the names of the manifest; none when the panel has only just opened. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** One line of the panel, and the card that goes into the chat when it is chosen. */
export interface ExtensionResult {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

/** What the panel shows: results to choose from, the best first, or words (Teams draws no Markdown there). */
export type ExtensionReply =
  | { readonly kind: 'results'; readonly results: readonly ExtensionResult[] }
  | { readonly kind: 'notice'; readonly text: string };

/**
 * Answers a search. It is no turn: it may come from a chat that the bot is not in, so nothing can be said there and
 * nothing is remembered.
 */
export type ExtensionQueryHandler = (query: ExtensionQuery) => Promise<ExtensionReply>;
