import { normalise, readLength, stem, wordsOf } from './words';

/** Below this share of known words a message is nonsense, whatever its language. */
const leastKnown = 0.34;

/** The share of its longer words that an English message is known by. */
const leastLongKnown = 0.5;

/** The share of its words that only English has, by which a message full of mistakes is still known. */
const leastEnglish = 0.25;

/** From this length on a word that the content knows is a sign of English; shorter ones every language has. */
const longWord = 4;

/** Small words that the other languages of our staff do not have: Polish has "to", "my" and "do", Welsh "i" and "am". */
const english = new Set(
  'the of is can they she with for what who how you was that this have if and or not it its your their did does dont cant im'.split(
    ' ',
  ),
);

/** Words that are the same in every language. */
const everywhere = new Set(
  ('facebook instagram insta tiktok whatsapp twitter youtube snapchat messenger linkedin telegram google selfie ' +
    'video foto internet online post chat blog web email').split(' '),
);

/** Every word that the content knows. */
export class Vocabulary {
  private readonly known: ReadonlySet<string>;

  /** @param texts all example lines, clauses and word lists */
  constructor(texts: Iterable<string>) {
    const known = new Set<string>();
    for (const text of texts) for (const word of wordsOf(normalise(text))) known.add(stem(word));
    this.known = known;
  }

  /** Whether a text has words to go by at all, in whatever language; enough to look for danger in it. */
  recognises(text: string): boolean {
    return this.shareKnown(readWords(text)) >= leastKnown;
  }

  /** Whether a text is English with enough known words for a guess at its meaning to be worth something. */
  understands(text: string): boolean {
    const words = readWords(text);
    if (this.shareKnown(words) < leastKnown) return false;
    const long = words.filter((word) => word.length >= longWord && !everywhere.has(word));
    return (
      (long.length === 0 && this.shareKnown(words) > leastLongKnown) ||
      this.shareKnown(long) >= leastLongKnown ||
      words.filter((word) => english.has(word)).length / words.length >= leastEnglish
    );
  }

  private shareKnown(words: readonly string[]): number {
    return words.filter((word) => this.known.has(stem(word))).length / Math.max(1, words.length);
  }
}

function readWords(text: string): string[] {
  return wordsOf(normalise(text.slice(0, readLength)));
}
