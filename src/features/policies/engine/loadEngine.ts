import type { Policy } from '../policy';
import { loadPolicy } from '../policy';
import { createEngine } from './createEngine';
import { loadEngineData } from './engineData';
import type { AnsweringEngine } from './outcome';
import { loadSentenceEncoder, type SentenceEncoder } from './sentenceEncoder';

/** What is loaded already; the rest comes from the files of the repository. */
interface Loaded {
  readonly policy?: Policy;
  readonly encoder?: SentenceEncoder;
}

/**
 * The answering engine, in about a second. Its encoder keeps about 100 MB for as long as the process lives: load one,
 * and pass it on.
 */
export async function loadEngine({ policy, encoder }: Loaded = {}): Promise<AnsweringEngine> {
  // Its thread loads while this one reads the files.
  const loading = encoder ?? loadSentenceEncoder();
  return createEngine(policy ?? loadPolicy(), loadEngineData(), await loading);
}
