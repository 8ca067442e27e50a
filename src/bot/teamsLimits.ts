import type { RequestKind } from './gateRequest';

/** At most `requests` in any `spanMs` milliseconds. */
export interface Window {
  readonly requests: number;
  readonly spanMs: number;
}

/** Source of every number here: Microsoft Learn, "Optimize your bot with rate limiting in Teams"; they may change. */
const SENDS: readonly Window[] = [
  { requests: 7, spanMs: 1_000 },
  { requests: 8, spanMs: 2_000 },
  { requests: 60, spanMs: 30_000 },
  { requests: 1_800, spanMs: 3_600_000 },
];
const READS: readonly Window[] = [
  { requests: 14, spanMs: 1_000 },
  { requests: 16, spanMs: 2_000 },
  { requests: 120, spanMs: 30_000 },
  { requests: 3_600, spanMs: 3_600_000 },
];

/**
 * What one conversation bears. Updates count as sends, and threads of a channel count together: Teams does not say,
 * and this is the careful reading.
 */
export function windowsOf(kind: RequestKind): readonly Window[] {
  return kind === 'read' ? READS : SENDS;
}

/** What Teams takes from an app in a tenant within `COUNTED_SPAN_MS`. */
export const REQUESTS_PER_SECOND = 50;
export const COUNTED_SPAN_MS = 1_000;
/** Bulk takes at most this, unless configured: somebody who waits always finds room, in another instance too. */
export const DEFAULT_BULK_PER_SECOND = 40;
/** A request reaches Teams later than it left here, by an amount that varies: windows are kept this much longer. */
export const WINDOW_MARGIN_MS = 100;

/** A status card changes at most this often (design, "The gate"). */
export const STATUS_CARD_INTERVAL_MS = 5_000;
/** Teams gives up on a request after about this long, so waiting longer learns nothing. */
export const REQUEST_TIMEOUT_MS = 15_000;
/** Teams shows no more than this (Microsoft Learn, "Bot messages with AI-generated content" and "Suggested actions"). */
export const CITATION_LIMIT = 20;
export const CITATION_NAME_LENGTH = 80;
export const CITATION_ABSTRACT_LENGTH = 160;
export const SUGGESTION_LIMIT = 3;
