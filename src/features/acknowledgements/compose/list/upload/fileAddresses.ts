import type { ReadAddresses } from '../addresses';
import { readAddresses } from '../addresses';

/** Words by which the headings of columns are known; a person's row without an address has none of them. */
const HEADING = /e-?mail|address|name\b|\bupn\b/i;
/** What Excel writes at the top to say what divides the columns. */
const DIVIDER = /^"?sep=.?"?\r?\n/i;

/** The addresses in the text of a file, which may be a table with or without headings. */
export function readFileAddresses(text: string): ReadAddresses {
  const rows = text.replace(DIVIDER, '').trimStart();
  const end = /[\r\n]|$/.exec(rows)?.index ?? 0;
  const first = rows.slice(0, end);
  const hasHeadings = !first.includes('@') && HEADING.test(first);
  return readAddresses(hasHeadings ? rows.slice(end) : rows, hasHeadings);
}
