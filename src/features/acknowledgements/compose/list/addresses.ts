/** What a list says, read kindly: separators of any kind, names beside the addresses, a spreadsheet's columns. */
export interface ReadAddresses {
  /** Each once, in small letters. */
  readonly addresses: readonly string[];
  /** Those that were there more than once. */
  readonly twice: readonly string[];
  /** What is no address. */
  readonly rubbish: readonly string[];
}

const COLUMNS = /[;\t|]/;
/** An apostrophe may stand in an address; these cannot. */
const BETWEEN = /[\s,<>()"[\]]+/;
const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/**
 * @param text as it was pasted or stands in a file; the time it takes grows with its length and no faster
 * @param isTable whether its columns have headings: what stands in a row beside several addresses is no rubbish then
 */
export function readAddresses(text: string, isTable = false): ReadAddresses {
  const seen = new Set<string>();
  const twice = new Set<string>();
  const rubbish: string[] = [];
  for (const line of text.split(/[\r\n\u2028\u0000]+/)) {
    const read = readLine(line, isTable);
    rubbish.push(...read.rubbish);
    for (const address of read.addresses) (seen.has(address) ? twice : seen).add(address);
  }
  return { addresses: [...seen], twice: [...twice], rubbish };
}

interface Read {
  readonly addresses: readonly string[];
  readonly rubbish: readonly string[];
}

/** A line with one address is a row of a table, or an address with a name: what else it says is no rubbish. */
function readLine(line: string, isTable: boolean): Read {
  if (line.trim() === '') return { addresses: [], rubbish: [] };
  const cells = line.split(COLUMNS.test(line) ? COLUMNS : ',').map(readCell);
  const addresses = cells.flatMap((cell) => cell.addresses);
  const broken = cells.flatMap((cell) => cell.broken);
  if (addresses.length === 1 || (isTable && addresses.length > 1)) return { addresses, rubbish: broken };
  if (addresses.length === 0) return { addresses, rubbish: broken.length > 0 ? broken : [line.trim()] };
  // In a cell with one address the words beside it are a name.
  const words = cells.filter((cell) => cell.addresses.length !== 1).flatMap((cell) => cell.words);
  return { addresses, rubbish: [...broken, ...words] };
}

function readCell(cell: string): { addresses: string[]; broken: string[]; words: string[] } {
  const read = { addresses: [] as string[], broken: [] as string[], words: [] as string[] };
  for (const part of cell.split(BETWEEN)) {
    const word = part.replace(/^mailto:/i, '').replace(/^[.:']+|[.:']+$/g, '');
    if (word === '') continue;
    if (!word.includes('@')) read.words.push(word);
    else if (isAddress(word)) read.addresses.push(word.toLowerCase());
    else read.broken.push(word);
  }
  return read;
}

function isAddress(word: string): boolean {
  const [local = '', domain = '', ...more] = word.split('@');
  if (more.length > 0 || local === '' || local.length > LONGEST_LOCAL) return false;
  return domain.length <= LONGEST_DOMAIN && DOMAIN.test(domain);
}
