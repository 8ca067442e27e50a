import type { Urgency } from './messengerPort';
import { refusalOf, isFromTeams, retryAfterMs } from './outcomes';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** Somebody waits: after this they are told to try again. */
export const WAITING_PATIENCE_MS = 8_000;
const BULK_TRIES = 3;

/** What has happened to a request so far. */
export interface Effort {
  readonly urgency: Urgency;
  /** How often it was tried, this time included. */
  readonly tries: number;
  /** Since it came to the gate. */
  readonly elapsedMs: number;
}

/**
 * The product's one retry policy: what Teams allows to be tried again (412, 429, 502, 503, 504, no answer), with
 * exponential back-off and jitter.
 * @returns milliseconds to wait, or undefined when it is not to be tried again.
 */
export function delayBeforeRetry(error: unknown, effort: Effort, random: () => number): number | undefined {
  if (!isFromTeams(error) || refusalOf(error).outcome !== 'unavailable') return undefined;
  if (effort.urgency === 'bulk' && effort.tries >= BULK_TRIES) return undefined;
  const longest = Math.min(FIRST_DELAY_MS * 2 ** (effort.tries - 1), LONGEST_DELAY_MS);
  const delay = (retryAfterMs(error) ?? 0) + longest * (0.5 + random() / 2);
  if (effort.urgency === 'waiting' && effort.elapsedMs + delay > WAITING_PATIENCE_MS) return undefined;
  return delay;
}

/** How long a 429 holds its conversation and all bulk; undefined for any other error. */
export function holdAfter(error: unknown): number | undefined {
  if ((error as { statusCode?: unknown } | undefined)?.statusCode !== 429) return undefined;
  return retryAfterMs(error) ?? FIRST_DELAY_MS;
}
