/** Characters that Teams' Markdown would read as formatting. */
const FORMATTING = /[\\`*_[\]<>~|]/g;

/** Makes a text stand as it is inside Markdown: an exact quote must not lose a character to formatting. */
export function asItStands(text: string): string {
  return text.replace(FORMATTING, (character) => `\\${character}`);
}

/** A block quote; every line of the text stays inside it. */
export function blockQuote(text: string): string {
  return asItStands(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
