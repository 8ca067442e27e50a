import { LONGEST_TEXT } from './draft';

/** What somebody wrote, made fit to be kept: the words are theirs, letter by letter. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** Neither a letter nor a digit of any script: an emoji alone does not tell what happened. */
  | { readonly kind: 'noWords' }
  | { readonly kind: 'tooLong'; readonly length: number };

/** Characters that draw nothing and that storage or a card would stumble over; line breaks and tabs stay. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const BROKEN_SURROGATE = /\p{Surrogate}/gu;

/** Told whoever sends a picture or a file as a message, where Teams has kept it already. */
export const NO_FILES =
  'Please keep pictures and files safe and do not send them here. I have not kept it. Tell me in words what they show.';

/** @param longest in UTF-16 code units. */
export function written(raw: string, longest = LONGEST_TEXT): Written {
  const text = raw.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(BROKEN_SURROGATE, '\ufffd').trim();
  if (text === '') return { kind: 'nothing' };
  if (text.length > longest) return { kind: 'tooLong', length: text.length };
  return /[\p{L}\p{N}]/u.test(text) ? { kind: 'text', text } : { kind: 'noWords' };
}

/** Told when a text is too long; what was typed stays where it is. */
export function tooLongWords(length: number, longest = LONGEST_TEXT): string {
  const [is, fits] = [length.toLocaleString('en-GB'), longest.toLocaleString('en-GB')];
  return `That is ${is} characters, and up to ${fits} fit. Nothing is lost: what you wrote is still there. Please shorten it and send the rest afterwards.`;
}
