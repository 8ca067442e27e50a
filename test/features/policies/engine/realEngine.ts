import { createEngine } from '../../../../src/features/policies/engine/createEngine';
import { loadEngineData } from '../../../../src/features/policies/engine/engineData';
import type { AnsweringEngine, Outcome } from '../../../../src/features/policies/engine/outcome';
import {
  loadSentenceEncoder,
  type SentenceEncoder,
} from '../../../../src/features/policies/engine/sentenceEncoder';
import { loadPolicy } from '../../../../src/features/policies/policy';

/** Both are loaded once for a whole run: the tests only read from them. */
const encoder = loadSentenceEncoder();
const engine = encoder.then((loaded) => createEngine(loadPolicy(), loadEngineData(), loaded));

/** The sentence encoder as the product runs it. */
export function realEncoder(): Promise<SentenceEncoder> {
  return encoder;
}

/** The engine as the product runs it. */
export function realEngine(): Promise<AnsweringEngine> {
  return engine;
}

/** What the product's engine makes of a message. */
export async function ask(question: string, previous?: readonly string[]): Promise<Outcome> {
  return (await engine).ask(question, previous);
}
