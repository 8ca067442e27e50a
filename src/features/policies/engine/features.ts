import { addFeature as add, addVector, bucketCount, toUnitLength, type Features } from './hashedFeatures';
import { vectorLength } from './sentenceEncoder';
import type { WordGroups } from './wordGroups';
import { normalise, readLength, stem, wordsOf } from './words';

/** How many features there are: the hashed ones, and after them the numbers of the sentence's vector. */
export const featureCount = bucketCount + vectorLength;

/** Length of the pieces that words are cut into: by these a misspelt word is still known. */
const letters = { least: 3, most: 5 } as const;

/** How much each sort of feature counts; what counts nothing is left out. */
export interface Recipe {
  readonly stem: number;
  /** Groups of words that mean the same here. */
  readonly group: number;
  readonly pair: number;
  readonly letters: number;
  readonly opening: number;
  readonly shape: number;
  /** The sentence's vector, beside all of the words together. */
  readonly vector: number;
}

/** Chosen by leaving out voices; of the vector more and less were tried, and both are worse. */
export const usualRecipe: Recipe = {
  stem: 1,
  group: 1.8,
  pair: 0.7,
  letters: 0.3,
  opening: 0.5,
  shape: 0.4,
  vector: 1,
};

/**
 * A message as numbers: its words, groups of words, pairs, pieces of three to five letters, its shape, and its vector.
 * @param vector of unit length, from the sentence encoder
 */
export function featuresOf(
  text: string,
  groups: WordGroups,
  vector: Float32Array,
  recipe: Recipe = usualRecipe,
): Features {
  const normalised = normalise(text.slice(0, readLength));
  const words = wordsOf(normalised).slice(0, 80);
  const stems = words.map(stem);
  const features: Features = new Map();
  const count = (name: string, value: number): void => {
    if (value > 0) add(features, name, value);
  };
  for (const each of stems) count(`w:${each}`, recipe.stem);
  const found = groups.find(stems);
  for (const each of found) count(`g:${each}`, recipe.group);
  if (recipe.group > 0) count(`s:groups ${Math.min(4, found.length)}`, recipe.shape);
  for (const [index, each] of stems.entries()) {
    if (index > 0) count(`p:${stems[index - 1]} ${each}`, recipe.pair);
  }
  for (const piece of words.flatMap(piecesOf)) count(`l:${piece}`, recipe.letters);
  for (const opening of openingsOf(words)) count(opening, recipe.opening);
  for (const [name, share] of shapeOf(normalised, words)) count(name, share * recipe.shape);
  toUnitLength(features);
  return recipe.vector > 0 ? toUnitLength(addVector(features, vector, recipe.vector)) : features;
}

/** `first + share × second`, at unit length: a follow-up read together with the question before it. */
export function blend(first: Features, second: Features, share: number): Features {
  const sum: Features = new Map(first);
  for (const [bucket, value] of second) sum.set(bucket, (sum.get(bucket) ?? 0) + share * value);
  return toUnitLength(sum);
}

function piecesOf(word: string): string[] {
  const padded = `<${word.slice(0, 30)}>`;
  const pieces: string[] = [];
  for (let length = letters.least; length <= letters.most; length += 1) {
    for (let start = 0; start + length <= padded.length; start += 1) {
      pieces.push(padded.slice(start, start + length));
    }
  }
  return pieces;
}

function openingsOf(words: readonly string[]): string[] {
  return [`o:${words[0] ?? ''}`, `o:${words.slice(0, 2).join(' ')}`];
}

function shapeOf(normalised: string, words: readonly string[]): (readonly [name: string, share: number])[] {
  return [
    [normalised.includes('?') ? 's:asks' : 's:tells', 1],
    [`s:length ${Math.min(5, Math.floor(words.length / 4))}`, 1 / 2],
  ];
}
