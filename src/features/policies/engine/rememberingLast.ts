/**
 * More than the turns that wait at once, seconds of work: with fewer kept than there are, each would read its message
 * anew at every step, and who comes next waits all the longer. More would only keep people's words in memory.
 */
export const KEPT = 256;

/** The same pure function with its last results kept: within a turn one message is read several times. */
export function rememberingLast<T>(read: (text: string) => Promise<T>): (text: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (text) => {
    const result = kept.get(text) ?? read(text);
    kept.delete(text);
    kept.set(text, result);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    result.catch(() => kept.get(text) === result && kept.delete(text));
    return result;
  };
}
