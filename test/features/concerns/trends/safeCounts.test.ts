import assert from 'node:assert/strict';
import type { SafeCount } from '../../../../src/features/concerns/trends/safeCounts';
import { FEWEST, safeCounts } from '../../../../src/features/concerns/trends/safeCounts';

/** Every table of up to four lines with numbers to nine, and some with larger ones. */
function* tables(): Generator<number[]> {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 9, 30];
  for (const one of values)
    for (const two of values)
      for (const three of values) {
        yield [one, two, three];
        for (const four of values) yield [one, two, three, four];
      }
}

/** All tables with the same total that would be shown as this one is: what a reader cannot tell apart. */
function indistinguishable(total: number, shown: readonly SafeCount[]): number[][] {
  const rest = shown.reduce<number>((sum, count) => sum - (typeof count === 'number' ? count : 0), total);
  const fill = (at: number, left: number): number[][] => {
    const count = shown[at];
    if (count === undefined) return left === 0 ? [[]] : [];
    if (typeof count === 'number') return fill(at + 1, left).map((others) => [count, ...others]);
    const [least, most] = count === 'few' ? [0, Math.min(FEWEST - 1, left)] : [FEWEST, left];
    const found: number[][] = [];
    for (let value = least; value <= most; value++)
      found.push(...fill(at + 1, left - value).map((others) => [value, ...others]));
    return found;
  };
  return fill(0, rest);
}

describe('the numbers of the concerns report', () => {
  it('say "fewer than 5" for a small one, and show the rest', () => {
    assert.deepEqual(safeCounts([12, 20, 30]), [12, 20, 30]);
    assert.deepEqual(safeCounts([40, 4, 3, 20]), [40, 'few', 'few', 20]);
  });

  it('hide another where the total would give a small one away', () => {
    assert.deepEqual(safeCounts([12, 20, 3]), ['hidden', 20, 'few']);
    assert.deepEqual(safeCounts([12, 0, 0, 30]), ['hidden', 'few', 'few', 30]);
    assert.deepEqual(safeCounts([12, 4, 4, 30]), ['hidden', 'few', 'few', 30]);
    assert.deepEqual(safeCounts([5, 0, 30]), ['hidden', 'few', 'hidden']);
  });

  it('leave every small number two values at least, and no difference under five, in 8,407 tables', () => {
    let checked = 0;
    for (const counts of tables()) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (total < FEWEST) continue;
      const shown = safeCounts(counts);
      if (!shown.includes('few') || shown.every((count) => typeof count !== 'number')) continue;
      checked += 1;
      const rest = counts
        .filter((_, at) => typeof shown[at] !== 'number')
        .reduce((sum, count) => sum + count, 0);
      assert.ok(rest >= FEWEST, `${String(counts)}: the rest is ${rest}`);
      const possible = indistinguishable(total, shown);
      shown.forEach((count, at) => {
        if (count !== 'few') return;
        const values = new Set(possible.map((table) => table[at]));
        assert.ok(
          values.size > 1,
          `${String(counts)} is shown as ${String(shown)}: line ${at} can be worked out`,
        );
      });
    }
    assert.equal(checked, 8_407);
  });
});
