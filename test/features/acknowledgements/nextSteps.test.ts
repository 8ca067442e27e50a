import assert from 'node:assert/strict';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { whyUnreachable, whyWaiting } from '../../../src/features/acknowledgements/progress/nextSteps';
import { aRecipient } from './samples';

const at = '2026-11-22T10:00:00.000Z';

describe('the list of names', () => {
  const unreachable: [string, Partial<Recipient>, RegExp][] = [
    [
      'has blocked the bot',
      { delivery: 'blocked' },
      /^Has blocked me\. Ask them to unblock me in Teams, then press Retry failed/,
    ],
    [
      'does not have the bot',
      { delivery: 'notInstalled' },
      /^Does not have me in Teams\. Ask your administrator/,
    ],
    [
      'left the team',
      { delivery: 'left', leftTeamAt: at },
      /^Left the team without confirming \(seen on 22 November/,
    ],
    [
      'is gone from Teams',
      { delivery: 'left' },
      /no longer knows this person\. Check whether they have left/,
    ],
    [
      'was out of reach',
      { delivery: 'failed', refusal: 'unavailable' },
      /could not be reached for hours\. Press Retry failed/,
    ],
    [
      'may not be written to',
      { delivery: 'failed', refusal: 'forbidden' },
      /Ask your administrator to allow it/,
    ],
    ['got too long a message', { delivery: 'failed', refusal: 'tooLarge' }, /too long\. Send a new request/],
    [
      'failed otherwise',
      { delivery: 'failed', refusal: 'rejected' },
      /Talk to them, or ask your administrator/,
    ],
  ];
  for (const [who, changes, words] of unreachable) {
    it(`says of somebody who ${who} what to do next`, () => {
      assert.match(whyUnreachable(aRecipient(changes)), words);
    });
  }

  const delivered = { delivery: 'delivered', deliveredAt: at } as const;
  const waiting: [string, Partial<Recipient>, RegExp][] = [
    ['is not sent it yet', {}, /^Not sent yet\.$/],
    ['is tried again', { nextTryAt: at }, /^Teams did not take it yet\. I try again at 10:00:00\.$/],
    ['has it', delivered, /^Has had the request since 22 November 2026 at 10:00\.$/],
    [
      'was reminded',
      { ...delivered, reminders: 1, remindedAt: at },
      /Reminded once, the last time on 22 November/,
    ],
    [
      'had three reminders',
      { ...delivered, reminders: 3, remindedAt: at },
      /Reminded 3 times.*Please talk to them\.$/,
    ],
    [
      'could not be reminded',
      { ...delivered, reminderRefusal: 'notInstalled' },
      /did not reach them: does not have me/,
    ],
    ['is asked by another request', { delivery: 'covered' }, /^Is asked by another request/],
  ];
  for (const [who, changes, words] of waiting) {
    it(`says of somebody who ${who} where they stand`, () => {
      assert.match(whyWaiting(aRecipient(changes)), words);
    });
  }
});
