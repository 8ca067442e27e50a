/** Small letters and single spaces, without apostrophes and signs: for comparing whole short messages. */
export function bareWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
