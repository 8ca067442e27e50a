/** How much is measured. */
export interface Extent {
  readonly people: number;
  /** Echo turns, and as many questions, one at a time. */
  readonly pairs: number;
  /** Turns of each bot with 16 at once. */
  readonly crowd: number;
  /** Seconds of twenty questions each, with turns beside them. */
  readonly beside: number;
  /** Starts of the bot alone; the middle one counts. */
  readonly starts: number;
}

/** What the figures are taken from: about two minutes. */
export const FULL: Extent = { people: 150, pairs: 500, crowd: 320, beside: 15, starts: 3 };
/** Enough to see that every row comes about. */
export const QUICK: Extent = { people: 40, pairs: 10, crowd: 32, beside: 2, starts: 1 };
