import assert from 'node:assert/strict';
import { dayInWords, dayOf, isDay, momentInWords } from '../../../src/features/acknowledgements/dates';

describe('dates in requests and receipts', () => {
  it('are those of London, also after midnight in summer', () => {
    assert.equal(dayOf(new Date('2026-06-30T23:30:00Z')), '2026-07-01');
    assert.equal(momentInWords('2026-06-30T23:30:00Z'), '1 July 2026 at 00:30');
  });

  it('count calendar days over a change of the clocks', () => {
    assert.equal(dayOf(new Date('2026-10-24T23:30:00Z'), 14), '2026-11-08');
  });

  it('are written as people say them', () =>
    assert.equal(dayInWords('2026-12-06'), 'Sunday 6 December 2026'));

  it('are refused when there is no such day', () => {
    assert.deepEqual(['2026-02-29', '6/12/2026', '', '2026-12-06T00:00'].map(isDay), [
      false,
      false,
      false,
      false,
    ]);
    assert.equal(isDay('2028-02-29'), true);
  });
});
