/** At most so many in so many seconds. */
export interface Rate {
  most: number;
  seconds: number;
}

/**
 * Microsoft's published rate limits for bots ("Optimize your bot with rate limiting in Teams"); they may change.
 * A request must fit every row.
 */
export const APP_RATES: readonly Rate[] = [{ most: 50, seconds: 1 }];

/** Sending to one conversation; creating a conversation with one person has a window of its own with the same rows. */
export const SEND_RATES: readonly Rate[] = [
  { most: 7, seconds: 1 },
  { most: 8, seconds: 2 },
  { most: 60, seconds: 30 },
  { most: 1800, seconds: 3600 },
];

/** Reading the members or channels of one conversation. */
export const READ_RATES: readonly Rate[] = [
  { most: 14, seconds: 1 },
  { most: 16, seconds: 2 },
  { most: 120, seconds: 30 },
  { most: 3600, seconds: 3600 },
];

/** Bytes of one message, "approximately 100 KB" ("Format your bot messages", "Status codes"). */
export const MESSAGE_BYTES = 100 * 1024;

/** The newest Adaptive Card that Teams draws on phones and desktop alike. */
export const CARD_VERSION = '1.5';

/** "Suggested actions": at most three, in personal chats, and not with attachments. */
export const SUGGESTIONS = 3;

/** "Bot messages with AI-generated content": citations. Characters. */
export const CITATIONS = { most: 20, name: 80, abstract: 160 } as const;

/** "Up to date cards": people whose clients refresh a card by themselves. */
export const REFRESH_USERS = 60;

/** Seconds that a card is left alone before a client that shows it refreshes it. */
export const REFRESH_AFTER_MS = 60_000;

/** Teams sends an activity again that was not answered in so many milliseconds. */
export const REDELIVER_AFTER_MS = 15_000;

/** "Get roster": a page holds from 50 to 500 people. */
export const ROSTER_PAGE = { least: 50, most: 500 } as const;

/** "Respond to search command": a bot has so many milliseconds to answer a search. */
export const SEARCH_ANSWER_MS = 5_000;

/** How many results Teams asks for at once. */
export const SEARCH_RESULTS = 25;

/** Bytes of a person's file; ours, to keep the stand-in small. */
export const UPLOAD_BYTES = 10 * 1024 * 1024;
