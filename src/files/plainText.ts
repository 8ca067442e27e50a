/** Control characters that no text has which people write. */
const NEVER_WRITTEN = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** @returns whether these can be the characters of a text, and not those of a program or a picture. */
export function isWritten(text: string): boolean {
  return !NEVER_WRITTEN.test(text);
}
