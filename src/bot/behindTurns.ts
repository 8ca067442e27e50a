import type { Log } from '../log';

/** What goes on behind turns that were answered: sending the rest, noting that it is sent, what was put off. */
export class BehindTurns {
  private readonly underWay = new Map<Promise<void>, string>();

  constructor(private readonly log: Log) {}

  /** @param key the turn's own. @returns when the work is over; it never rejects. */
  add(key: string, work: Promise<void>): Promise<void> {
    const watched = work
      .catch((error: unknown) => this.log.error('turn.behind', error))
      .finally(() => this.underWay.delete(watched));
    this.underWay.set(watched, key);
    return watched;
  }

  has(key: string): boolean {
    return [...this.underWay.values()].includes(key);
  }

  /** Resolves when nothing is left. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay.keys());
  }
}
