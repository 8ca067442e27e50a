import type { CampaignExtent } from './campaign/extent';
import { FULL_CAMPAIGN, LARGE_CAMPAIGN, QUICK_CAMPAIGN } from './campaign/extent';
import type { ConcernsExtent } from './concerns/parts';
import { FULL_CONCERNS, QUICK_CONCERNS } from './concerns/parts';

/** How much is measured. */
export interface Extent {
  readonly people: number;
  /** Phrasings of questions that are put to the engine; all of them when not said. */
  readonly phrasings?: number;
  /** Echo turns, and as many questions, one at a time. */
  readonly pairs: number;
  /** Turns of each bot with 16 at once. */
  readonly crowd: number;
  /** Seconds of twenty questions each, with turns beside them. */
  readonly beside: number;
  /** Starts of the bot alone; the middle one counts. */
  readonly starts: number;
  readonly campaign: CampaignExtent;
  readonly concerns: ConcernsExtent;
}

/** What the figures are taken from: about a quarter of an hour. */
export const FULL: Extent = {
  ...{ people: 150, pairs: 500, crowd: 320, beside: 15, starts: 3 },
  campaign: FULL_CAMPAIGN,
  concerns: FULL_CONCERNS,
};
/** With the request to a hundred thousand people, which takes as long again. */
export const LARGE: Extent = { ...FULL, campaign: LARGE_CAMPAIGN };
/** Enough to see that every row comes about. */
export const QUICK: Extent = {
  ...{ people: 40, phrasings: 60, pairs: 10, crowd: 32, beside: 2, starts: 1 },
  campaign: QUICK_CAMPAIGN,
  concerns: QUICK_CONCERNS,
};
