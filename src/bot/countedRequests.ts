import { COUNTED_SPAN_MS } from './teamsLimits';

/** A request that Teams may still count: from its start until this moment at the latest. */
export interface Counted {
  readonly startedAt: number;
  until: number;
}

/** The two clocks may differ by parts of a millisecond. */
const MARGIN_MS = 2;
/** The quickest of the first requests of a process is slow: until so many were taken nothing is known. */
const LEARNED_FROM = 100;
/** Without an answer after this long the request is taken to have arrived: one that hangs must not hold up others. */
const LONGEST_WAY_MS = 1_000;

/**
 * What Teams counts in its last second. It counts when a request arrives, which is somewhere between its start and its
 * answer: counted from the start, a request that was slow on its way would be followed too soon and refused. So each
 * counts from its answer on, less the quickest way there and back that was seen.
 */
export class CountedRequests {
  private requests: Counted[] = [];
  private quickestMs = Infinity;
  private takenSoFar = 0;

  start(now: number): Counted {
    this.requests = this.requests.filter(({ until }) => until > now);
    const counted = { startedAt: now, until: now + LONGEST_WAY_MS + COUNTED_SPAN_MS };
    this.requests.push(counted);
    return counted;
  }

  /** Teams took the request: its way there and back is one to learn from. */
  taken(counted: Counted, now: number): void {
    this.takenSoFar += 1;
    if (this.takenSoFar > LEARNED_FROM) this.quickestMs = Math.min(this.quickestMs, now - counted.startedAt);
    this.ended(counted, now);
  }

  /** It is over, with or without an answer. */
  ended(counted: Counted, now: number): void {
    const tookMs = now - counted.startedAt;
    const onTheWayMs = this.quickestMs === Infinity ? tookMs : Math.max(0, tookMs - this.quickestMs);
    const arrivedBy = counted.startedAt + (onTheWayMs > 0 ? onTheWayMs + MARGIN_MS : 0);
    counted.until = Math.min(counted.until, arrivedBy + COUNTED_SPAN_MS);
  }

  /** The earliest time, in the past or to come, at which fewer than `most` are counted. */
  freeAt(most: number): number {
    if (this.requests.length < most) return 0;
    const untils = this.requests.map(({ until }) => until).sort((one, other) => one - other);
    return untils[untils.length - most] ?? 0;
  }
}
