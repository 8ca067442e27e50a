/** A value that tells its listeners when it changes. */
export interface Store<T> {
  get: () => T;
  /** puts a new value in the place of the old one; the same value tells nobody */
  update(change: (value: T) => T): void;
  /** returns a function that ends it */
  subscribe(listener: () => void): () => void;
}

/** A store that holds `initial` at the start. */
export function createStore<T>(initial: T): Store<T> {
  const held = { value: initial };
  const listeners = new Set<() => void>();
  return {
    get: () => held.value,
    update(change) {
      const next = change(held.value);
      if (Object.is(next, held.value)) return;
      held.value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
