import assert from 'node:assert/strict';
import { placesFor, teamIndexOf } from '../../../src/features/acknowledgements/delivery/places';

const people = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const shapeOf = (count: number, sizes: Record<string, number> = {}) =>
  placesFor(3, people(count), new Map(Object.entries(sizes))).map(({ partId, isNew, some }) => [
    partId,
    isNew,
    some.length,
  ]);

describe('the parts that people get their rows in', () => {
  it('hold 1,000 each', () => {
    assert.deepEqual(shapeOf(2_001), [
      ['3-0', true, 1_000],
      ['3-1', true, 1_000],
      ['3-2', true, 1],
    ]);
  });

  it('are filled up before a new one begins, so that a joiner a week is no part a week', () => {
    assert.deepEqual(shapeOf(1, { '3-0': 7, '4-0': 1 }), [['3-0', false, 1]]);
    assert.deepEqual(shapeOf(5, { '3-0': 1_000, '3-1': 998 }), [
      ['3-1', false, 2],
      ['3-2', true, 3],
    ]);
  });

  it('leave one alone that holds more than they may today', () => {
    assert.deepEqual(shapeOf(1_500, { '3-0': 2_000 }), [
      ['3-1', true, 1_000],
      ['3-2', true, 500],
    ]);
  });

  it('are none for nobody', () => assert.deepEqual(shapeOf(0, { '3-0': 1 }), []));

  it('name the team that they belong to', () => assert.equal(teamIndexOf('12-3'), 12));
});
