import { isPastedEmail } from './pastedEmail';

/**
 * What kind of thing a message is before anybody reads what it says:
 * `empty` nothing at all · `picture` only attachments · `link` only addresses of pages · `wordless` only emoji or signs ·
 * `otherScript` written in letters that the answering engine cannot read · `email` pasted from a mail program · `long`
 * more than a question · `words` everything else.
 */
export type MessageShape =
  | 'empty'
  | 'picture'
  | 'link'
  | 'wordless'
  | 'otherScript'
  | 'email'
  | 'long'
  | 'words';

/** Characters: the longest message that is still read as one question. */
export const LONGEST_QUESTION = 1_000;
/** Characters of a long message that are read from its beginning and from its end. */
const READ_AT_EITHER_END = 1_500;
/** Marks that only turn the writing direction; they say nothing and break words apart for the engine. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LINK =
  /^(?:(?:https?:\/\/|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|co\.uk|org|uk|net|be|me|ly|tv|app)(?:\/\S*)?)$/i;
const TAG = /<\/?[a-z][^<>]{0,300}>/gi;
/** Signs that stand around a word, and signs that stand between words. */
const AROUND_WORDS = /[*`]+/g;
const BETWEEN_WORDS = /[_~#>|]+/g;

/** The message's words without HTML tags, Markdown signs and direction marks. */
export function plainWords(text: string): string {
  return text
    .replace(DIRECTION_MARKS, '')
    .replace(TAG, ' ')
    .replace(AROUND_WORDS, '')
    .replace(BETWEEN_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** @param text as it came. @param attachmentCount pictures and files that came with it. */
export function shapeOf(text: string, attachmentCount: number): MessageShape {
  const words = plainWords(text);
  if (words === '') return attachmentCount > 0 ? 'picture' : 'empty';
  if (!/[\p{L}\p{N}]/u.test(words)) return 'wordless';
  if (words.split(' ').every((word) => LINK.test(word))) return 'link';
  if (mostlyOtherScript(words)) return 'otherScript';
  if (isPastedEmail(text)) return 'email';
  return words.length > LONGEST_QUESTION ? 'long' : 'words';
}

/** The part of a long message that is worth reading: people say what matters at the beginning or at the end. */
export function worthReading(words: string): string {
  if (words.length <= 2 * READ_AT_EITHER_END) return words;
  return `${words.slice(0, READ_AT_EITHER_END)} ${words.slice(-READ_AT_EITHER_END)}`;
}

function mostlyOtherScript(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}
