import type { AnsweringEngine, Outcome } from '../engine/outcome';

/** A few turns at once; more would only keep people's words in memory for longer. */
const KEPT = 8;

/**
 * The engine with its last outcomes kept: every feature asks whether one and the same message is a command. The same
 * words always get the same outcome, so nothing can go stale. A failure is not kept: the next to ask is read again.
 */
export function cachedEngine(engine: AnsweringEngine): AnsweringEngine {
  const kept = new Map<string, Promise<Outcome>>();
  const askEngine = (key: string, question: string, previous: readonly string[]): Promise<Outcome> => {
    const outcome = engine.ask(question, previous);
    // The same words may have been asked anew by then: only this failure goes.
    outcome.catch(() => void (kept.get(key) === outcome && kept.delete(key)));
    return outcome;
  };
  return {
    ask(question, previous = []) {
      const key = JSON.stringify([question, ...previous]);
      const outcome = kept.get(key) ?? askEngine(key, question, previous);
      kept.delete(key);
      kept.set(key, outcome);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return outcome;
    },
  };
}
