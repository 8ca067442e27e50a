/** How many letters a word may share with the one before it; one character tells. */
const MOST_SHARED = 35;

/**
 * A sorted list of words in less than half the space: each line says how many letters it shares with the word before
 * it (in base 36), and the rest.
 */
export function pack(words: readonly string[]): string {
  const lines = words.map((word, at) => {
    const shared = sharedLetters(words[at - 1] ?? '', word);
    return `${shared.toString(36)}${word.slice(shared)}\n`;
  });
  return lines.join('');
}

/** The reverse of `pack`. */
export function unpack(text: string): string[] {
  const words: string[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const shared = (words.at(-1) ?? '').slice(0, parseInt(line.charAt(0), 36));
    words.push(shared + line.slice(1));
  }
  return words;
}

function sharedLetters(one: string, other: string): number {
  const most = Math.min(one.length, other.length, MOST_SHARED);
  for (let at = 0; at < most; at++) if (one[at] !== other[at]) return at;
  return most;
}
