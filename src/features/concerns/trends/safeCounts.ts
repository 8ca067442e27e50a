/** Numbers under this are not told: they could say what happened to one person. */
export const FEWEST = 5;

/** A number that is told, `few` (0 to 4), or `hidden`: it is not small, and would give a small one away. */
export type SafeCount = number | 'few' | 'hidden';

/**
 * Counts that together make up a known total, so that none under five can be worked out: neither from the total nor
 * from the difference of any two numbers. Where a small one could be, the smallest of the others is hidden as well.
 */
export function safeCounts(counts: readonly number[]): SafeCount[] {
  const safe: SafeCount[] = counts.map((count) => (count < FEWEST ? 'few' : count));
  while (givesAway(counts, safe)) {
    const next = smallestShown(safe);
    if (next === -1) break;
    safe[next] = 'hidden';
  }
  return safe;
}

/** A total that is told, or `few`. */
export const safeTotal = (total: number): SafeCount => (total < FEWEST ? 'few' : total);

/**
 * Whoever knows the total knows what all that is not told comes to. That itself must not be under five, and must leave
 * every small number two values at least.
 */
function givesAway(counts: readonly number[], safe: readonly SafeCount[]): boolean {
  const few = safe.filter((count) => count === 'few').length;
  if (few === 0) return false;
  const hidden = safe.filter((count) => count === 'hidden').length;
  const rest = counts.reduce((sum, count, at) => (typeof safe[at] === 'number' ? sum : sum + count), 0);
  const most = Math.min(FEWEST - 1, rest - hidden * FEWEST);
  const least = hidden > 0 ? 0 : Math.max(0, rest - (FEWEST - 1) * (few - 1));
  return rest < FEWEST || most <= least;
}

function smallestShown(safe: readonly SafeCount[]): number {
  const shown = safe.filter((count) => typeof count === 'number');
  return shown.length === 0 ? -1 : safe.indexOf(Math.min(...shown));
}

/** As people read it. */
export function countInWords(count: SafeCount): string {
  if (count === 'few') return `fewer than ${FEWEST}`;
  return count === 'hidden' ? 'not shown' : count.toLocaleString('en-GB');
}
