/** Excel takes a file with this for UTF-8, and draws names as they are. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

/** Signs with which a spreadsheet begins a formula, in full width too, at the start of a cell or of what another separator would make one. */
const FORMULA = /(^|[;,|])(\s*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const LINE_BREAKS = /[\r\n\t\u2028\u2029]+/g;

/**
 * A line of a CSV file. Whatever people typed stays a text: an apostrophe before what would begin a formula, one line,
 * and quotation marks around every cell.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = text.replace(LINE_BREAKS, ' ').replace(FORMULA, "$1$2'$3");
  return `"${safe.replaceAll('"', '""')}"`;
}
