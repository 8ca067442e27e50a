/**
 * Turns of one person in one conversation follow each other within the process, so that a stale ETag is rare. It is
 * a courtesy: what keeps two processes apart is the ETag.
 */
export class ConversationQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the work after everything that was queued under the key before; errors reach only their own caller. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    this.last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === settled) this.last.delete(key);
    }
  }

  /** Resolves when nothing is queued. */
  async idle(): Promise<void> {
    while (this.last.size > 0) await Promise.all(this.last.values());
  }
}
