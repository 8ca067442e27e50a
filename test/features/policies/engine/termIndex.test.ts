import assert from 'node:assert/strict';
import { TermIndex } from '../../../../src/features/policies/engine/termIndex';

describe('the index of terms', () => {
  const index = new TermIndex([
    ['photo', 'client', 'garden'],
    ['photo', 'colleague'],
    ['photo', 'photo', 'holiday', 'sea', 'sand'],
    ['rota'],
  ]);
  const lines = (...terms: string[]): number[] => index.best(terms, 10).map(({ line }) => line);

  it('puts the line with the rarer term first', () => {
    assert.equal(lines('photo', 'colleague')[0], 1);
  });

  it('puts a short line before a long one that says the same', () => {
    assert.ok(lines('photo').indexOf(1) < lines('photo').indexOf(0));
  });

  it('finds nothing for terms that no line has, and for none', () => {
    assert.deepEqual(lines('zebra'), []);
    assert.deepEqual(lines(), []);
  });

  it('gives no more than was asked for, and none from an empty index', () => {
    assert.equal(index.best(['photo'], 2).length, 2);
    assert.deepEqual(new TermIndex([]).best(['photo'], 5), []);
  });

  it('forgets one query before the next', () => {
    assert.deepEqual(lines('rota'), lines('rota'));
    assert.deepEqual(lines('rota'), [3]);
  });
});
