import { loadPolicy } from '../policy';
import { createEngine } from './createEngine';
import { loadEngineData } from './engineData';
import type { AnsweringEngine } from './outcome';
import { loadSentenceEncoder, type SentenceEncoder } from './sentenceEncoder';

/**
 * The answering engine of the policy in force, from the files of the repository, in about a second. Its encoder keeps
 * about 100 MB for as long as the process lives: load one, and pass it on.
 */
export async function loadEngine(encoder?: SentenceEncoder): Promise<AnsweringEngine> {
  return createEngine(loadPolicy(), loadEngineData(), encoder ?? (await loadSentenceEncoder()));
}
