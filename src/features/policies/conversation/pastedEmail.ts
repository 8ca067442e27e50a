/** Lines that a mail program puts above a message. */
const HEADER = /^\s*(?:from|to|cc|bcc|subject|sent|date|reply-to|re|fw|fwd)\s*:/i;
const LEAST_HEADERS = 2;
const FORWARDED = /^\s*-{2,}\s*(?:original|forwarded) message\s*-{2,}|^\s*on .{5,80} wrote:\s*$/i;
/** From here on somebody signs. */
const SIGNED =
  /^\s*(?:kind(?:est)? regards|best regards|warm regards|regards|best wishes|many thanks|yours (?:sincerely|faithfully)|sent from my \w+|--)\b/i;
const BREAKS = /<br\s*\/?>|<\/(?:p|div|li|tr)>/gi;

/** The lines of a message, also where Teams sent them as HTML. */
export function linesOf(text: string): string[] {
  return text.replace(BREAKS, '\n').split(/\r?\n/);
}

/** Whether a text was copied from a mail program. */
export function isPastedEmail(text: string): boolean {
  const lines = linesOf(text);
  const headers = lines.filter((line) => HEADER.test(line)).length;
  return headers >= LEAST_HEADERS || lines.some((line) => FORWARDED.test(line));
}

/** What an e-mail says, without who wrote it to whom and what stands under the name. */
export function emailBody(text: string): string {
  const lines = linesOf(text).filter((line) => !HEADER.test(line) && !FORWARDED.test(line));
  const end = lines.findIndex((line) => SIGNED.test(line));
  return (end > 0 ? lines.slice(0, end) : lines).join('\n');
}
