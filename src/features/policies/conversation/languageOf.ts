import type { Language } from '../policy';

/** Words of a long message that are enough to know its language. */
const MOST_WORDS = 100;
/** At least this share of the words must be known to be of the language. */
const LEAST_SHARE = 1 / 3;
/** Letters: a single shorter word says nothing. */
const LEAST_ALONE = 4;

/** Frequent English words: a message with as many of them as of another language is English with a name in it. */
const ENGLISH = new Set(
  (
    'a about all am an and any are as ask at be because been but by can cant could did do does dont for friend from get ' +
    'go got had has have he her him his how i if im in is it its ive just know like me mum my no not of on one or our ' +
    'out photo photos picture please post posted posting put said say see she should so some tell that the their them ' +
    'there they think this to told up us want was we were what when where which who why will with work would you your'
  ).split(' '),
);

/**
 * The language that a message is written in, when it is one of these and not English. Pure: from letters and frequent
 * words alone.
 */
export function languageOf(text: string, languages: readonly Language[]): Language | undefined {
  const words = wordsIn(text);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const scored = languages
    .filter(({ script }) => script === scriptOf(text))
    .map((language) => ({ language, signs: signsOf(language, words) }))
    .sort((one, other) => other.signs - one.signs);
  const best = scored[0];
  if (!best) return undefined;
  if (best.language.script === 'Latin')
    return isEnough(best.signs, english, words) ? best.language : undefined;
  return best.signs > 0 ? best.language : usualOf(scored);
}

/** The language that a script is taken for when nothing marks another: it has no letters of its own. */
function usualOf(scored: readonly { readonly language: Language }[]): Language | undefined {
  return scored.find(({ language }) => language.letters === '')?.language;
}

function isEnough(signs: number, english: number, words: readonly string[]): boolean {
  if (words.length === 1) return signs === 1 && (words[0]?.length ?? 0) >= LEAST_ALONE;
  return signs >= 2 && signs >= words.length * LEAST_SHARE && signs > english;
}

/** How many of the words are the language's own, by themselves or by a letter in them. */
function signsOf(language: Language, words: readonly string[]): number {
  const known = foldedWordsOf(language);
  return words.filter(
    (word) => known.has(folded(word)) || [...language.letters].some((letter) => word.includes(letter)),
  ).length;
}

/** Folding all of a language's words takes longer than everything else here, so it is done once. */
const foldedWords = new WeakMap<Language, ReadonlySet<string>>();

function foldedWordsOf(language: Language): ReadonlySet<string> {
  const kept = foldedWords.get(language) ?? new Set(language.words.map(folded));
  foldedWords.set(language, kept);
  return kept;
}

function wordsIn(text: string): string[] {
  const lower = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’‘`]/g, '');
  return (lower.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** Without the marks that many leave out when they type on a phone. */
function folded(word: string): string {
  return word.replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The script of most of the letters. */
function scriptOf(text: string): Language['script'] | undefined {
  const share = (script: RegExp): number => text.match(script)?.length ?? 0;
  const letters = share(/\p{L}/gu);
  if (share(/\p{Script=Arabic}/gu) * 2 > letters) return 'Arabic';
  if (share(/\p{Script=Cyrillic}/gu) * 2 > letters) return 'Cyrillic';
  return share(/\p{Script=Latin}/gu) * 2 > letters ? 'Latin' : undefined;
}
