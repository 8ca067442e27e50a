import type { AnsweringEngine } from '../engine/outcome';
import { rememberingLast } from '../engine/rememberingLast';

/**
 * The engine with its last outcomes kept: every feature asks whether one and the same message is a command. The same
 * words always get the same outcome, so nothing can go stale. A failure is not kept: the next to ask is read again.
 */
export function cachedEngine(engine: AnsweringEngine): AnsweringEngine {
  const ask = rememberingLast((key) => {
    const [question = '', ...previous] = JSON.parse(key) as string[];
    return engine.ask(question, previous);
  });
  return { ask: (question, previous = []) => ask(JSON.stringify([question, ...previous])) };
}
