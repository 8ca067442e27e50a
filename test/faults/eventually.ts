import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Waits until `look` gives something (not undefined, null, false, 0 or ''), and resolves with it.
 * @param what names what is waited for, in the error.
 * @throws Error after `withinMs`.
 */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = 90_000,
): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}.`);
    await sleep(LOOK_EVERY_MS);
  }
}
