/** Small letters and single spaces, without apostrophes and other signs: for comparing whole short messages. */
export function bareWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
