import type { LocalEvent } from './api';

/** Listens to events; returns what ends it. */
export type Subscribe = (listener: (event: LocalEvent) => void) => () => void;

/** Milliseconds after which a wait has failed. */
const WITHIN_MS = 10_000;

/**
 * Waits until `look` gives something (not undefined, null, false, 0 or ''), looking now and after each event,
 * and resolves with it. Rejects after `withinMs`, or when `look` throws.
 */
export function until<T>(
  subscribe: Subscribe,
  look: () => T | Promise<T>,
  withinMs: number = WITHIN_MS,
): Promise<NonNullable<T>> {
  return new Promise((resolve, reject) => {
    const lookOnce = oneAtATime(async () => {
      const found = await look();
      if (found) end(() => resolve(found));
    });
    const timer = setTimeout(
      () => end(() => reject(new Error(`Nothing came of it in ${withinMs} ms.`))),
      withinMs,
    );
    const run = () => lookOnce().catch((error: Error) => end(() => reject(error)));
    const unsubscribe = subscribe(() => void run());
    const end = (how: () => void) => {
      clearTimeout(timer);
      unsubscribe();
      how();
    };
    void run();
  });
}

// Events may come faster than a look takes; one more look after them all is enough.
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  const state = { busy: false, again: false };
  return async () => {
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    try {
      do {
        state.again = false;
        await work();
      } while (state.again);
    } finally {
      state.busy = false;
    }
  };
}
