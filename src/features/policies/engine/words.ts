/** Longest part of a message that is read for its meaning, in characters; urgency is looked for in all of it. */
export const readLength = 600;

/** Lower case, plain apostrophes gone, markup gone, so that "Don’t <b>post</b>" and "dont post" are the same. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/['’‘`´]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a normalised text, in order. */
export function wordsOf(normalised: string): string[] {
  return normalised.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const endings: readonly (readonly [ending: RegExp, replacement: string])[] = [
  [/(ss|us|is)$/, '$1'],
  [/ies$/, 'y'],
  [/(x|ch|sh|s)es$/, '$1'],
  [/s$/, ''],
];

const suffixes = /(ations?|ation|ings?|ed|ly|ment|er|or|ful|ness|able|ible)$/;

/** A light English stem: enough that posting, posted and posts are one word. Short words stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const ending = endings.find(([pattern]) => pattern.test(word));
  const singular = ending ? word.replace(ending[0], ending[1]) : word;
  const base = singular.replace(suffixes, '');
  const kept = base.length >= 3 && /[aeiouy]/.test(base) ? base : singular;
  return kept.replace(/([bdgklmnprt])\1$/, '$1').replace(/(?<=.{3})e$/, '');
}
