import type { Policy } from '../policy';
import { decide } from './decide';
import type { EngineData } from './engineData';
import { createFinder } from './findings';
import type { AnsweringEngine } from './outcome';
import type { SentenceEncoder } from './sentenceEncoder';

/**
 * The answering engine over a policy and the file that `npm run policy:build` made for it.
 * @param encoder the one that the file was made with
 */
export function createEngine(policy: Policy, data: EngineData, encoder: SentenceEncoder): AnsweringEngine {
  const find = createFinder(policy, data, encoder);
  return { ask: async (question, previous = []) => decide(await find(question, previous)) };
}
