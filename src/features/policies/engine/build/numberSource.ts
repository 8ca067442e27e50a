import { xoroshiro128plus } from 'pure-rand';

/** Numbers that look random and are always the same for a seed. */
export interface NumberSource {
  /** At least 0 and below 1, all equally likely. */
  next(): number;
  /** With mean 0 and standard deviation 1. */
  normal(): number;
  /** Puts items into another order, in place. */
  shuffle(items: unknown[]): void;
}

export function numberSource(seed: number): NumberSource {
  const generator = xoroshiro128plus(seed);
  const next = (): number => (generator.unsafeNext() >>> 0) / 2 ** 32;
  return {
    next,
    // Box and Muller's way; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        [items[last], items[other]] = [items[other], items[last]];
      }
    },
  };
}
