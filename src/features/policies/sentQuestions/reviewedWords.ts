import { z } from 'zod';
import { readJson } from '../policyFiles';

/** Groups of words, each group one text with spaces between, so that a person can read and review them. */
const groups = z.record(z.string(), z.string());

const fileSchema = z.strictObject({
  stays: groups,
  either: groups,
  ours: groups,
  names: groups,
  phrases: groups,
});

/** What the policy owner reviewed about names and everyday words (content/redaction.json). */
export interface ReviewedWords {
  /** Everyday words that stay although somebody or some place is called so. */
  readonly stays: ReadonlySet<string>;
  /** Everyday words that stay, but not where they stand like a name. */
  readonly either: ReadonlySet<string>;
  /** Platforms, offices and short forms: no dictionary has them, and a capital letter in them means nothing. */
  readonly ours: ReadonlySet<string>;
  /** First names, homes and places that the lists of names lack. */
  readonly names: ReadonlySet<string>;
  /** Places of more than one word, as their words. */
  readonly phrases: readonly (readonly string[])[];
}

/** @throws Error naming the file and the place in it when it is not as it should be */
export function readReviewedWords(folder: string): ReviewedWords {
  const file = readJson(folder, 'redaction.json', fileSchema);
  const phrases = Object.values(file.phrases).flatMap((group) => group.split(';'));
  return {
    stays: wordsIn(file.stays),
    either: wordsIn(file.either),
    ours: wordsIn(file.ours),
    names: wordsIn(file.names),
    phrases: phrases.map((phrase) => phrase.trim().split(/\s+/)),
  };
}

function wordsIn(texts: Record<string, string>): ReadonlySet<string> {
  return new Set(Object.values(texts).flatMap((text) => text.split(/\s+/)));
}
