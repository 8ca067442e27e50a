import assert from 'node:assert/strict';
import { firstWithNames, isOn, nextPlace } from '../../../src/features/acknowledgements/progress/namesPage';
import { aPart, aRecipient } from './samples';

const parts = [aPart('0-0', { delivered: 20 }), aPart('1-0', { blocked: 2 }), aPart('2-0', { delivered: 1 })];

describe('the lists of names', () => {
  it('put each recipient on one list, by delivery and confirmation', () => {
    const blocked = aRecipient({ delivery: 'blocked' });
    const confirmed = aRecipient({ delivery: 'delivered', acknowledgedAt: 'then' });
    const waiting = aRecipient({ delivery: 'delivered' });
    const lists = (['waiting', 'confirmed', 'unreachable'] as const).map((list) =>
      [blocked, confirmed, waiting].map((recipient) => isOn(list, recipient)),
    );
    assert.deepEqual(lists, [
      [false, false, true],
      [false, true, false],
      [true, false, false],
    ]);
  });

  it('begin with the first team that has names for the list', () => {
    assert.deepEqual(firstWithNames('unreachable', parts, { part: 0, offset: 0 }), { part: 1, offset: 0 });
  });

  it('go on in the same team until its names are shown, then in the next team that has some', () => {
    assert.deepEqual(nextPlace('waiting', parts, { part: 0, offset: 0 }, 20), { part: 0, offset: 15 });
    assert.deepEqual(nextPlace('waiting', parts, { part: 0, offset: 15 }, 20), { part: 2, offset: 0 });
    assert.equal(nextPlace('waiting', parts, { part: 2, offset: 0 }, 1), undefined);
  });

  it('end nowhere for a place that is not there', () => {
    assert.deepEqual(firstWithNames('confirmed', parts, { part: 9, offset: 0 }), { part: 9, offset: 0 });
    assert.equal(nextPlace('waiting', parts, { part: 9, offset: 0 }, 0), undefined);
  });
});
