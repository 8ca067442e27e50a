import type { ReviewedWords } from './reviewedWords';
import type { TypedWord } from './typedWords';

/** From this share on capital letters say nothing: a title, or somebody who shouts. */
const MOSTLY_CAPITALS = 0.5;

/** A capital letter within a sentence, unless the word is one that people write so, or all of it is in capitals. */
export function hasNamesCapital({ text, lower, opens }: TypedWord, { ours, either }: ReviewedWords): boolean {
  const base = lower.replace(/'.*/, '');
  if (opens || ours.has(base) || !/^\p{Lu}/u.test(text)) return false;
  const emphasised = text.length > 1 && text === text.toUpperCase();
  return !emphasised || either.has(base);
}

/** Whether a text is all in capital letters, or written as a title. */
export function mostlyCapitals(words: readonly TypedWord[]): boolean {
  const long = words.filter(({ lower, sign, opens }) => lower.length > 1 && !sign && !opens);
  const capital = long.filter(({ text }) => /^\p{Lu}/u.test(text));
  return long.length > 2 && capital.length / long.length > MOSTLY_CAPITALS;
}
