import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Store } from './store';

/** Draws again when the chosen part of the store changes (compared by identity). */
export function useStore<T, Part>(store: Store<T>, choose: (value: T) => Part): Part {
  const part = choose(store.get());
  const latest = useRef({ part, choose });
  latest.current = { part, choose };
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(latest.current.choose(store.get()), latest.current.part)) drawAgain(undefined);
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return part;
}
