import { createHash } from 'node:crypto';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** With the waits above: about eight hours, so that an outage of a night shift loses nobody. */
const MOST_TRIES = 14;

/**
 * How long to wait before the next try, in milliseconds: doubling, at most an hour, and up to a fifth longer for
 * some people than for others, so that they do not all come back at once.
 * @param attempts tries made so far, at least 1
 */
export function nextTryAfter(attempts: number, personId: string): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  const share = (createHash('sha256').update(`${personId} ${attempts}`).digest()[0] ?? 0) / 255;
  return Math.round(wait * (1 + share / 5));
}

export function triesAreUsedUp(attempts: number): boolean {
  return attempts >= MOST_TRIES;
}
