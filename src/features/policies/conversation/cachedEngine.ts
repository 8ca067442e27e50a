import type { AnsweringEngine, Outcome } from '../engine/outcome';

/** A few turns at once; more would only keep people's words in memory for longer. */
const KEPT = 8;

/**
 * The engine with its last outcomes kept: every feature asks whether one and the same message is a command. The same
 * words always get the same outcome, so nothing can go stale.
 */
export function cachedEngine(engine: AnsweringEngine): AnsweringEngine {
  const kept = new Map<string, Outcome>();
  return {
    ask(question, previous = []) {
      const key = JSON.stringify([question, ...previous]);
      const outcome = kept.get(key) ?? engine.ask(question, previous);
      kept.delete(key);
      kept.set(key, outcome);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return outcome;
    },
  };
}
