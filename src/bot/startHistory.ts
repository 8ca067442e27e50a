import type { Window } from './teamsLimits';

/** When requests were started, as far back as sliding windows need it. */
export class StartHistory {
  private starts: number[] = [];

  /** @param kept the largest number of requests that any window counts. */
  constructor(private readonly kept: number) {}

  record(now: number): void {
    this.starts.push(now);
    if (this.starts.length > 2 * this.kept) this.starts = this.starts.slice(-this.kept);
  }

  /** The earliest time, in the past or to come, at which one more request stays within every window. */
  freeAt(windows: readonly Window[]): number {
    let at = 0;
    for (const { requests, spanMs } of windows) {
      const before = this.starts[this.starts.length - requests];
      if (before !== undefined) at = Math.max(at, before + spanMs);
    }
    return at;
  }

  get count(): number {
    return this.starts.length;
  }

  get latest(): number | undefined {
    return this.starts.at(-1);
  }
}
