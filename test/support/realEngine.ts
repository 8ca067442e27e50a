import { loadEngine } from '../../src/features/policies/engine/loadEngine';
import type { AnsweringEngine, Outcome } from '../../src/features/policies/engine/outcome';
import {
  loadSentenceEncoder,
  type SentenceEncoder,
} from '../../src/features/policies/engine/sentenceEncoder';

/** What is loaded once for a whole run: nothing is kept in either, and an encoder's memory never comes back. */
const loaded: { encoder?: Promise<SentenceEncoder>; engine?: Promise<AnsweringEngine> } = {};

/** The sentence encoder as the product runs it. */
export function realEncoder(): Promise<SentenceEncoder> {
  return (loaded.encoder ??= loadSentenceEncoder());
}

/** The engine as the product runs it. */
export function realEngine(): Promise<AnsweringEngine> {
  return (loaded.engine ??= realEncoder().then((encoder) => loadEngine({ encoder })));
}

/** What the product's engine makes of a message. */
export async function ask(question: string, previous?: readonly string[]): Promise<Outcome> {
  return (await realEngine()).ask(question, previous);
}
