import type { Row } from '../rows';
import type { Say } from '../runBench';
import { channelAway } from './channelAway';
import { inTheDialog } from './inTheDialog';
import { takeOn } from './takeOn';

/** How many people the parts about concerns are measured with. */
export interface ConcernsExtent {
  /** In the middle of the guided dialog at once. */
  readonly reporting: number;
  /** Reports that all handlers take on at once. */
  readonly takenOn: number;
  /** Reports for each way in which the channel is away. */
  readonly away: number;
}

export const FULL_CONCERNS: ConcernsExtent = { reporting: 500, takenOn: 100, away: 12 };
export const QUICK_CONCERNS: ConcernsExtent = { reporting: 15, takenOn: 5, away: 3 };

/** A part that can be run alone. */
type Part = (extent: ConcernsExtent, say: Say) => Promise<Row[]>;

/** What is measured about concerns, by the names that `--only` takes, in the order of the rows. */
export const CONCERNS_PARTS: Readonly<Record<string, Part>> = {
  dialog: ({ reporting }, say) => inTheDialog(reporting, say),
  takeOn: ({ takenOn }, say) => takeOn(takenOn, say),
  channelAway: ({ away }, say) => channelAway(away, say),
};
