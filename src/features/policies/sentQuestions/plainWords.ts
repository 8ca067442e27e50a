import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from './frontCoded';

export const PLAIN_WORDS_FILE = 'plainWords.txt';

/** The words that may be sent as they are: none of them is a name. */
export interface PlainWords {
  has(word: string): boolean;
}

/** Reads the list that `npm run policy:words` made. */
export function readPlainWords(folder: string): PlainWords {
  return plainWordsOf(unpack(readFileSync(join(folder, PLAIN_WORDS_FILE), 'utf8')));
}

/**
 * Keeps the words as one text: a set of them would take ten times the memory for something that is asked a few times
 * a day.
 * @param words sorted by character code
 */
export function plainWordsOf(words: readonly string[]): PlainWords {
  const text = words.join('\n');
  return { has: (word) => /^[a-z]+$/.test(word) && holdsLine(text, word) };
}

function holdsLine(text: string, word: string): boolean {
  let [from, to] = [0, text.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const next = text.indexOf('\n', middle);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    if (line === word) return true;
    if (line < word) from = end + 1;
    else to = start;
  }
  return false;
}
