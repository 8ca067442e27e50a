import assert from 'node:assert/strict';
import {
  countIn,
  intended,
  noCounts,
  outstanding,
  sum,
  unreachable,
} from '../../../src/features/acknowledgements/campaign/counts';
import { deliverySchema } from '../../../src/features/acknowledgements/campaign/recipient';
import { aRecipient } from './samples';

describe('the counts of a campaign', () => {
  it('have every recipient in exactly one delivery state, so that intended is their sum', () => {
    const counts = { ...noCounts };
    for (const delivery of deliverySchema.options) countIn(counts, aRecipient({ delivery }));
    countIn(counts, aRecipient({ delivery: 'delivered', acknowledgedAt: 'then' }));
    assert.equal(intended(counts), deliverySchema.options.length + 1);
    assert.deepEqual([counts.delivered, counts.acknowledged], [2, 1]);
  });

  it('count as outstanding who has the card or is about to get it, without those who confirmed', () => {
    assert.equal(outstanding({ ...noCounts, pending: 2, delivered: 5, acknowledged: 3, blocked: 1 }), 4);
  });

  it('count as unreachable who blocked, lacks the bot, left or failed', () => {
    assert.equal(
      unreachable({ ...noCounts, blocked: 1, notInstalled: 2, left: 3, failed: 4, covered: 9 }),
      10,
    );
  });

  it('of all parts are the sum of the counts of each', () => {
    const total = sum([
      { ...noCounts, pending: 1, acknowledged: 1 },
      { ...noCounts, pending: 2, left: 1 },
    ]);
    assert.deepEqual([total.pending, total.left, total.acknowledged], [3, 1, 1]);
  });
});
