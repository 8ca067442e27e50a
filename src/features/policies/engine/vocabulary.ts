import { normalise, readLength, stem, wordsOf } from './words';

/** Below this share of known words a message is nonsense, whatever its language. */
const leastKnown = 0.34;

/** The share of its longer words that an English message is known by: with a small English word, and without one. */
const leastLongKnown = { amongEnglish: 0.5, alone: 0.75 } as const;

/** Counts for a word that is a slip of the finger away from a known one. */
const nearlyKnown = 0.5;

/** The share of its words that only English has, by which a message full of mistakes is still known. */
const leastEnglish = 0.25;

/** From this length on a word that the content knows is a sign of English; shorter ones every language has. */
const longWord = 4;

/** Shorter words are too near to each other for a slip of the finger to show. */
const shortestSlip = 5;

const asciiWord = /^[a-z0-9]+$/;

/** Small words that the other languages of our staff do not have: Polish has "to", "my" and "do", Welsh "i" and "am". */
const english = new Set(
  (
    'the of is can they she with for what who how you was that this have if and or not it its your their did does ' +
    'dont cant im may should would could will about from when why where which any some our hes shes'
  ).split(' '),
);

/** Words that are the same in every language. */
const everywhere = new Set(
  (
    'facebook instagram insta tiktok whatsapp twitter youtube snapchat messenger linkedin telegram google selfie ' +
    'video foto internet online post chat blog web email'
  ).split(' '),
);

/** Lines that a word must stand in to be known from examples alone. */
const leastLines = 2;

/** Every word that the content knows. */
export class Vocabulary {
  private readonly known: ReadonlySet<string>;
  /** The known words with one letter left out, so that a slip of the finger does not make a word unknown. */
  private readonly shortened = new Set<string>();

  /** @param roots as `knownRoots` gives them */
  constructor(roots: Iterable<string>) {
    this.known = new Set(roots);
    for (const word of this.known) for (const shorter of withoutOneLetter(word)) this.shortened.add(shorter);
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
    const englishShare = words.filter((word) => english.has(word)).length / words.length;
    if (long.length === 0) return this.shareKnown(words) > leastLongKnown.amongEnglish;
    const { amongEnglish, alone } = leastLongKnown;
    return englishShare >= leastEnglish || this.shareKnown(long) >= (englishShare > 0 ? amongEnglish : alone);
  }

  private shareKnown(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + this.weigh(word), 0) / Math.max(1, words.length);
  }

  /** 1 for a known word, a half where a missing, doubled, wrong or swapped letter makes one of it. */
  private weigh(word: string): number {
    const root = stem(word);
    if (this.known.has(root)) return 1;
    if (!asciiWord.test(word)) return 0;
    const near = [root, ...withoutOneLetter(root)].some(
      (each) => this.known.has(each) || this.shortened.has(each),
    );
    return near && word.length >= shortestSlip ? nearlyKnown : 0;
  }
}

/** Each form of a word with one letter left out; none for words too short for it. */
function withoutOneLetter(word: string): string[] {
  if (word.length < shortestSlip || word.length > 30) return [];
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/**
 * The roots of the words that the content knows.
 * @param reviewed the policy's own words and word lists: each of them is known
 * @param lines examples, in which people also misspell and use words of their first language
 * @param foreign words of other languages: however often the examples have them, they are not known from there
 */
export function knownRoots(
  reviewed: Iterable<string>,
  lines: Iterable<string>,
  foreign: Iterable<string> = [],
): string[] {
  const foreignRoots = new Set([...foreign].flatMap((word) => [...rootsOf(word)]));
  const known = new Set(commonRoots(lines).filter((root) => !foreignRoots.has(root)));
  for (const text of reviewed) for (const root of rootsOf(text)) known.add(root);
  return [...known].sort();
}

/** The words that stand in enough lines to be words of the language here, and no slip or loan. */
function commonRoots(lines: Iterable<string>): string[] {
  return [...counted(lines)].filter(([, count]) => count >= leastLines).map(([root]) => root);
}

function rootsOf(text: string): Set<string> {
  return new Set(wordsOf(normalise(text)).map(stem));
}

function counted(lines: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) for (const root of rootsOf(line)) counts.set(root, (counts.get(root) ?? 0) + 1);
  return counts;
}

function readWords(text: string): string[] {
  return wordsOf(normalise(text.slice(0, readLength)));
}
