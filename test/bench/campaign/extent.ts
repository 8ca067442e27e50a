/** How many people the parts about requests are measured with. */
export interface CampaignExtent {
  readonly known: number;
  readonly beside: number;
  /** Who asks beside them. */
  readonly asking: number;
  readonly fresh: number;
  readonly faulty: number;
  readonly pressing: number;
  /** Recipients whose cost is counted, and how many of them confirm. */
  readonly counted: number;
  readonly confirming: number;
  /** A hundred times as many, counted the same way; undefined: not now. */
  readonly countedLarge: number | undefined;
  /** Recipients of the small and of the large request that are looked at. */
  readonly watched: number;
  readonly watchedLarge: number;
}

export const FULL_CAMPAIGN: CampaignExtent = {
  ...{ known: 5_000, beside: 2_000, asking: 150, fresh: 1_000, faulty: 1_000, pressing: 5_000 },
  ...{ counted: 1_000, confirming: 500, countedLarge: undefined, watched: 1_000, watchedLarge: 100_000 },
};
export const QUICK_CAMPAIGN: CampaignExtent = {
  ...{ known: 120, beside: 60, asking: 20, fresh: 40, faulty: 60, pressing: 40 },
  ...{ counted: 60, confirming: 20, countedLarge: undefined, watched: 200, watchedLarge: 1_200 },
};
/** Apart from everything else: it takes a quarter of an hour. */
export const LARGE_CAMPAIGN: CampaignExtent = { ...FULL_CAMPAIGN, countedLarge: 100_000 };
