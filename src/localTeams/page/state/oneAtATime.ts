/**
 * Runs a piece of work per key, one at a time: asked for again while it runs, it runs once more afterwards,
 * however often it was asked. So a burst of events costs two requests and the last state wins.
 */
export function oneAtATime(work: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  const run = async (key: string): Promise<void> => {
    const current = running.get(key);
    do {
      if (current) current.again = false;
      await work(key);
    } while (running.get(key)?.again);
  };
  return (key) => {
    const current = running.get(key);
    if (current) {
      current.again = true;
      return current.done;
    }
    const entry = { again: false, done: Promise.resolve() };
    running.set(key, entry);
    entry.done = runAndLeave();
    return entry.done;
    async function runAndLeave(): Promise<void> {
      try {
        await run(key);
      } finally {
        running.delete(key);
      }
    }
  };
}
