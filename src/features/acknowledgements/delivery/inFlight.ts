/** Sent and not yet recorded at most: what a crash may repeat (issue 4 names 25). */
export const MOST_IN_FLIGHT = 25;

/**
 * Does `work` for each item, at most 25 at a time, and takes no new item after a failure or when told to stop.
 * Everything under way is waited for in any case.
 * @throws the first failure
 */
export async function inFlight<T>(
  items: AsyncIterable<T> | Iterable<T>,
  mayGoOn: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const turns = sharedTurns(iterator);
  const lane = async (): Promise<void> => {
    while (failures.length === 0 && mayGoOn()) {
      const next = await turns();
      if (next.done) return;
      await work(next.value);
    }
  };
  const lanes = Array.from({ length: MOST_IN_FLIGHT }, () =>
    lane().catch((error: unknown) => failures.push(error)),
  );
  await Promise.all(lanes);
  if (failures.length > 0) throw failures[0];
}

/** One reader for all lanes: an iterator must not be asked twice at once. */
function sharedTurns<T>(iterator: AsyncIterator<T> | Iterator<T>): () => Promise<IteratorResult<T>> {
  const line = { last: Promise.resolve() as Promise<unknown> };
  return () => {
    const mine = line.last.then(() => iterator.next());
    line.last = mine.catch(() => undefined);
    return mine;
  };
}
