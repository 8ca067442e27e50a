import assert from 'node:assert/strict';
import { median, percentile } from './percentiles';
import { keeps, tableOf } from './rows';

describe('The table of the benchmark', () => {
  it('says which figure keeps its limit and which misses it', () => {
    const rows = [
      { row: 'fast enough', figure: 2.5, unit: 's', limit: 3 },
      { row: 'too slow', figure: 3.004, unit: 's', limit: 3 },
      { row: 'only told', figure: 150.2, unit: 'MB' },
    ];
    const lines = tableOf(rows).split('\n').slice(2);
    assert.match(lines[0] ?? '', /^fast enough +2\.50 s +3 s +ok$/);
    assert.match(lines[1] ?? '', /^too slow +3\.00 s +3 s +MISSED$/);
    assert.match(lines[2] ?? '', /^only told +150 MB$/);
  });

  it('knows figures that must not be smaller, too', () => {
    const rows = [
      { row: 'many', figure: 49.5, unit: 'a second', atLeast: 49 },
      { row: 'few', figure: 48.9, unit: 'a second', atLeast: 49 },
    ];
    const lines = tableOf(rows).split('\n').slice(2);
    assert.match(lines[0] ?? '', /at least 49 a second +ok$/);
    assert.match(lines[1] ?? '', /at least 49 a second +MISSED$/);
    assert.equal(keeps({ row: 'nothing', figure: NaN, unit: '', atLeast: 1 }), false);
  });

  it('counts a figure that is not a number as missed', () => {
    assert.equal(keeps({ row: 'nothing was measured', figure: NaN, unit: 'ms', limit: 10 }), false);
    assert.equal(keeps({ row: 'just so', figure: 10, unit: 'ms', limit: 10 }), true);
  });

  it('takes medians and percentiles from figures in any order, and refuses to make one up', () => {
    const figures = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(median(figures), 50);
    assert.equal(percentile(figures, 0.99), 99);
    assert.throws(() => median([]), /nothing to take a percentile of/);
  });
});
