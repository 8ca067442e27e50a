/** When the bot is killed next. */
export interface KillPlan {
  /** The request to local Teams, counted from the start of the bot, at which the aim is taken: 1 or more. */
  readonly requests: number;
  /** 0: in that very request. Otherwise in so many-th write to storage after it. */
  readonly writes: number;
  /** Before the effect of that request, or after it and before its answer. */
  readonly when: 'before' | 'after';
}

/** Counts down to a kill. */
export class Aim {
  private requests: number;
  private writes: number;

  constructor(readonly plan: KillPlan) {
    this.requests = plan.requests;
    this.writes = plan.writes;
  }

  /** A request to local Teams arrived. @returns whether this is the one. */
  request(): boolean {
    if (this.requests === 0) return false;
    this.requests -= 1;
    return this.requests === 0 && this.writes === 0;
  }

  /** A write to storage arrived. @returns whether this is the one. */
  write(): boolean {
    if (this.requests > 0 || this.writes === 0) return false;
    this.writes -= 1;
    return this.writes === 0;
  }
}
