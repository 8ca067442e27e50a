import { addFeature as add, addVector, bucketCount, toUnitLength, type Features } from './hashedFeatures';
import { vectorLength } from './sentenceEncoder';
import type { WordGroups } from './wordGroups';
import { normalise, readLength, stem, wordsOf } from './words';

/** How many features there are: the hashed ones, and after them the numbers of the sentence's vector. */
export const featureCount = bucketCount + vectorLength;

/** How much each sort of feature counts. */
const worth = { stem: 1, group: 1.8, pair: 0.7, letters: 0.3, opening: 0.5, shape: 0.4 } as const;

/**
 * A message as numbers: its words, groups of words, pairs, four-letter pieces, its shape, and its vector.
 * @param vector of unit length, from the sentence encoder
 */
export function featuresOf(text: string, groups: WordGroups, vector: Float32Array): Features {
  const normalised = normalise(text.slice(0, readLength));
  const words = wordsOf(normalised).slice(0, 80);
  const stems = words.map(stem);
  const features: Features = new Map();
  for (const each of stems) add(features, `w:${each}`, worth.stem);
  const found = groups.find(stems);
  for (const each of found) add(features, `g:${each}`, worth.group);
  add(features, `s:groups ${Math.min(4, found.length)}`, worth.shape);
  for (const [index, each] of stems.entries()) {
    if (index > 0) add(features, `p:${stems[index - 1]} ${each}`, worth.pair);
  }
  for (const each of words) addLetters(features, each);
  addShape(features, normalised, words);
  // The vector counts as much as all the words together: measured, more or less of it makes the answers worse.
  return toUnitLength(addVector(toUnitLength(features), vector));
}

/** `first + share × second`, at unit length: a follow-up read together with the question before it. */
export function blend(first: Features, second: Features, share: number): Features {
  const sum: Features = new Map(first);
  for (const [bucket, value] of second) sum.set(bucket, (sum.get(bucket) ?? 0) + share * value);
  return toUnitLength(sum);
}

function addLetters(features: Features, word: string): void {
  const padded = `<${word.slice(0, 30)}>`;
  for (let start = 0; start + 4 <= padded.length; start += 1) {
    add(features, `l:${padded.slice(start, start + 4)}`, worth.letters);
  }
}

function addShape(features: Features, normalised: string, words: readonly string[]): void {
  add(features, `o:${words[0] ?? ''}`, worth.opening);
  add(features, `o:${words.slice(0, 2).join(' ')}`, worth.opening);
  add(features, normalised.includes('?') ? 's:asks' : 's:tells', worth.shape);
  add(features, `s:length ${Math.min(5, Math.floor(words.length / 4))}`, worth.shape / 2);
}
