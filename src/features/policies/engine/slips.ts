/** Letters: shorter words are too near to others. */
const SHORTEST = 6;
/** From this length on two slips are still the same word. */
const LONG = 10;

/** Whether somebody may have meant a word and slipped: a letter too many, too few, wrong, or two in each other's place. */
export function isSlipOf(word: string, typed: string): boolean {
  if (typed === word) return true;
  const most = word.length >= LONG ? 2 : 1;
  if (word.length < SHORTEST || typed[0] !== word[0]) return false;
  return Math.abs(typed.length - word.length) <= most && slipsBetween(word, typed) <= most;
}

/** The number of slips between two words (Damerau and Levenshtein's distance, adjacent letters swapped as one). */
function slipsBetween(one: string, other: string): number {
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) row.push(cheapest(rows, row, one, other, i, j));
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

function cheapest(
  rows: readonly number[][],
  row: readonly number[],
  one: string,
  other: string,
  i: number,
  j: number,
): number {
  const above = rows[i - 1] ?? [];
  const same = one[i - 1] === other[j - 1];
  const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return Math.min(
    (above[j] ?? 0) + 1,
    (row[j - 1] ?? 0) + 1,
    (above[j - 1] ?? 0) + (same ? 0 : 1),
    swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity,
  );
}
