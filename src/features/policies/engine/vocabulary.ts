import { normalise, readLength, stem, wordsOf } from './words';

/** Below this share of known words a message is in another language, or nonsense. */
const leastKnown = 0.34;

/** Every word that the content knows. */
export class Vocabulary {
  private readonly known: ReadonlySet<string>;

  /** @param texts all example lines, clauses and word lists */
  constructor(texts: Iterable<string>) {
    const known = new Set<string>();
    for (const text of texts) for (const word of wordsOf(normalise(text))) known.add(stem(word));
    this.known = known;
  }

  /** Whether enough of a text's words are known for a guess at its meaning to be worth something. */
  understands(text: string): boolean {
    const words = wordsOf(normalise(text.slice(0, readLength)));
    const known = words.filter((word) => this.known.has(stem(word))).length;
    return words.length > 0 && known / words.length >= leastKnown;
  }
}
