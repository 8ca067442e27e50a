/**
 * Runs a piece of work per key, one at a time: asked for again while it runs, it runs once more afterwards,
 * however often it was asked. So a burst of events costs two requests and the last state wins.
 * With `onlyIfRunning` nothing is begun: it matters only to an answer that is on its way already.
 */
export function oneAtATime(
  work: (key: string) => Promise<void>,
): (key: string, onlyIfRunning?: boolean) => Promise<void> {
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  const run = async (key: string, entry: { again: boolean }): Promise<void> => {
    try {
      do {
        entry.again = false;
        await work(key);
      } while (entry.again);
    } finally {
      running.delete(key); // in the same breath as the last look at `again`, so that no question is lost
    }
  };
  return (key, onlyIfRunning = false) => {
    const current = running.get(key);
    if (current) {
      current.again = true;
      return current.done;
    }
    if (onlyIfRunning) return Promise.resolve();
    const entry = { again: false, done: Promise.resolve() };
    running.set(key, entry);
    entry.done = run(key, entry);
    return entry.done;
  };
}
