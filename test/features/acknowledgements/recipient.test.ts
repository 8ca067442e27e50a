import assert from 'node:assert/strict';
import type { Refusal } from '../../../src/bot/outcomes';
import {
  afterAcknowledgement,
  afterTry,
  isDue,
} from '../../../src/features/acknowledgements/campaign/recipient';
import { afterCheck } from '../../../src/features/acknowledgements/campaign/checkPassed';
import type { Delivery, TryResult } from '../../../src/features/acknowledgements/campaign/recipient';
import { NOW, aRecipient } from './samples';

const SENT: TryResult = { outcome: 'sent', activityId: 'a1', conversationId: 'c1' };
const refused = (outcome: Refusal): TryResult => ({ outcome, code: 'Code' });

describe('a recipient', () => {
  it('who was sent the card is delivered, with the place of the card', () => {
    const { delivery, conversationId, activityId, deliveredAt } = afterTry(aRecipient(), SENT, NOW);
    assert.deepEqual([delivery, conversationId, activityId], ['delivered', 'c1', 'a1']);
    assert.equal(deliveredAt, NOW.toISOString());
  });

  const outcomes: [Refusal, Delivery][] = [
    ['blocked', 'blocked'],
    ['notInstalled', 'notInstalled'],
    ['personGone', 'left'],
    ['conversationGone', 'pending'],
    ['unavailable', 'pending'],
    ['forbidden', 'failed'],
    ['messageGone', 'failed'],
    ['tooLarge', 'failed'],
    ['rejected', 'failed'],
  ];
  for (const [outcome, delivery] of outcomes) {
    it(`whose try was refused with "${outcome}" is ${delivery}`, () => {
      const after = afterTry(aRecipient(), refused(outcome), NOW);
      assert.deepEqual([after.delivery, after.attempts, after.code], [delivery, 1, 'Code']);
    });
  }

  it('whose chat is gone twice has left, and not at the first time', () => {
    const once = afterTry(
      aRecipient({ attempts: 3, refusal: 'unavailable' }),
      refused('conversationGone'),
      NOW,
    );
    assert.equal(once.delivery, 'pending');
    assert.equal(afterTry(once, refused('conversationGone'), NOW).delivery, 'left');
  });

  it('waits after a try that Teams did not take, longer each time and never over 72 minutes', () => {
    const waits: number[] = [];
    for (let attempts = 0; attempts < 12; attempts++) {
      const after = afterTry(aRecipient({ attempts }), refused('unavailable'), NOW);
      waits.push(Date.parse(after.nextTryAt ?? '') - NOW.getTime());
    }
    assert.ok((waits[0] ?? 0) >= 30_000 && (waits[0] ?? 0) <= 36_000);
    assert.ok(waits.slice(0, 6).every((wait, index) => wait < (waits[index + 1] ?? 0)));
    assert.ok(waits.every((wait) => wait <= 72 * 60_000));
  });

  it('is given up as failed only after tries of some eight hours', () => {
    const tries = { count: 0, recipient: aRecipient(), now: NOW };
    while (tries.recipient.delivery === 'pending') {
      tries.recipient = afterTry(tries.recipient, refused('unavailable'), tries.now);
      tries.now = new Date(tries.recipient.nextTryAt ?? tries.now);
      tries.count += 1;
    }
    assert.equal(tries.recipient.delivery, 'failed');
    const hours = (tries.now.getTime() - NOW.getTime()) / 3_600_000;
    assert.ok(hours > 6 && hours < 10, `${hours} hours`);
  });

  it('is due while pending, and after a failed try only when the wait is over', () => {
    const waiting = aRecipient({ nextTryAt: '2026-11-22T10:00:30.000Z' });
    assert.equal(isDue(aRecipient(), NOW), true);
    assert.equal(isDue(waiting, NOW), false);
    assert.equal(isDue(waiting, new Date('2026-11-22T10:00:30.000Z')), true);
    assert.equal(isDue(aRecipient({ delivery: 'delivered' }), NOW), false);
  });

  const press = { at: '2026-11-22T11:00:00.000Z', receipt: 'R', activityId: 'a9' };

  it('who confirms before the sending is recorded stays confirmed and delivered', () => {
    const confirmed = afterAcknowledgement(aRecipient(), press);
    const recorded = afterTry(confirmed, { outcome: 'blocked', code: 'Late' }, NOW);
    assert.deepEqual([recorded.delivery, recorded.acknowledgedAt], ['delivered', press.at]);
    assert.equal(recorded.activityId, 'a9');
  });

  it('who confirms twice keeps the first time', () => {
    const once = afterAcknowledgement(aRecipient(), press);
    assert.equal(afterAcknowledgement(once, { ...press, at: '2026-12-01T00:00:00.000Z' }), once);
  });

  it('who passes the check twice keeps the first date, and another text has its own', () => {
    const once = afterCheck(aRecipient(), { at: press.at, versionHash: 'one' });
    assert.equal(afterCheck(once, { at: '2026-12-01T00:00:00.000Z', versionHash: 'one' }), once);
    const other = afterCheck(once, { at: '2026-12-01T00:00:00.000Z', versionHash: 'two' });
    assert.equal(other.checkPassed?.at, '2026-12-01T00:00:00.000Z');
  });

  for (const delivery of ['onPaper', 'covered', 'cancelled'] as const) {
    it(`whose delivery is ${delivery} keeps that state when they press an old card`, () => {
      const decided = aRecipient({ delivery });
      assert.equal(afterAcknowledgement(decided, press), decided);
    });
  }
});
