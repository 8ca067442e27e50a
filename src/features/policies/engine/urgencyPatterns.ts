/**
 * One expression out of the policy owner's patterns, each a whole word or more. Apostrophes and accents are gone from
 * what it is tried on, so they go from the patterns too.
 */
export function anyOf(patterns: readonly string[]): RegExp {
  const parts = patterns.map((pattern) => `(?:${foldLetters(pattern.replace(/'\??/g, ''))})`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/** Letters without their accents, as people type them in a hurry; lower case in, lower case out. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u02bc]/gu, '')
    .replace(/ł/g, 'l');
}
