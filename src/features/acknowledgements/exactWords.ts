/** A message as commands in exact words are told by: small letters, single spaces, no full stop at the end. */
export function exactWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
