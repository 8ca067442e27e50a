import assert from 'node:assert/strict';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import type { Feature } from './handlers';
import { cardOf, dataOf, wordsOf } from './handlers';
import {
  confirms,
  countsOf,
  delivered,
  dyingAt,
  holdsFrom,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  statesOf,
  written,
} from './requests';
import { member, members } from './surroundings';

const texts = ({ messenger }: Feature): string[] => messenger.updates.map((update) => JSON.stringify(update));

describe('cancelling a request', () => {
  it('asks once, with what it means', async () => {
    const made = await delivered(members(0, 3));
    await confirms(made, 'p00000');
    const dialog = await made.presses('manager-1', 'askToCancel', pressed);
    assert.equal(dialog.kind, 'dialog');
    assert.match(wordsOf(dialog), /Cancel this request\?.*cannot be undone/);
    assert.equal((await made.parties.campaigns.get('campaign-1'))?.state, 'sent');
    assert.equal(
      (await made.presses('manager-1', 'keep', dataOf(cardOf(dialog), 'No, keep it'))).kind,
      'done',
    );
    const reply = await made.presses('manager-1', 'cancel', dataOf(cardOf(dialog), 'Yes, cancel it'));
    assert.match(wordsOf(reply), /is withdrawn/);
    assert.equal((await made.parties.campaigns.get('campaign-1'))?.state, 'cancelled');
  });

  it('changes every card that nobody confirmed, and whoever confirmed keeps it', async () => {
    const made = await delivered(members(0, 4));
    await confirms(made, 'p00000');
    await made.presses('manager-1', 'cancel', pressed);
    await runDeliveries(made);
    const states = await statesOf(made);
    assert.deepEqual(Object.values(states), ['delivered', 'cancelled', 'cancelled', 'cancelled']);
    const withdrawn = made.messenger.updated.filter((_, at) => /was withdrawn/.test(texts(made)[at] ?? ''));
    assert.equal(withdrawn.length, 3);
    assert.ok(!withdrawn.some((card) => card.startsWith('chat-of-29:p00000')));
    const counts = await countsOf(made);
    assert.deepEqual([counts.cancelled, counts.delivered, counts.acknowledged], [3, 1, 1]);
    assert.match(wordsOf(await confirms(made, 'p00000')), /Thank you/);
  });

  it('also where people could not be reached, and leaves who left as they are', async () => {
    const made = await written([member('blocks'), member('gone')]);
    made.messenger.script = (chat) =>
      chat.includes('blocks') ? { outcome: 'blocked', code: 'x' } : { outcome: 'personGone', code: 'x' };
    await deliver(made.parties, job());
    await made.presses('manager-1', 'cancel', pressed);
    await runDeliveries(made);
    assert.deepEqual(await statesOf(made), { blocks: 'cancelled', gone: 'left' });
    assert.deepEqual(made.messenger.updated, []);
  });

  it('while it is being sent stops the sending and recalls what was under way', async () => {
    const made = await written(members(0, 150));
    made.messenger.script = holdsFrom(60, () => made.presses('manager-1', 'cancel', pressed));
    const result = await deliver(made.parties, job());
    assert.notEqual(result, 'done');
    const sent = made.messenger.sent.length;
    assert.ok(sent <= 60 + 2 * MOST_IN_FLIGHT, `${sent} sent`);
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.equal(new Set(made.messenger.updated).size, sent);
    assert.equal((await countsOf(made)).cancelled, 150);
  });

  it('dead anywhere on the way, ends in the same place, and changes no card more often than was under way', async () => {
    for (const diesAt of [1, 2, 3, 4, 5]) {
      const made = await delivered(members(0, 120));
      await made.presses('manager-1', 'cancel', pressed);
      await assert.rejects(deliver(dyingAt(made, diesAt), job()));
      assert.equal(await deliver(made.parties, job()), 'done');
      assert.equal(new Set(made.messenger.updated).size, 120);
      assert.ok(made.messenger.updated.length <= 120 + MOST_IN_FLIGHT);
      assert.equal((await countsOf(made)).cancelled, 120);
    }
  });

  it('cut off before the recall was put down, is recalled by a second press', async () => {
    const made = await delivered(members(0, 2));
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, state: 'cancelled' }));
    made.scheduled.length = 0;
    assert.match(wordsOf(await made.presses('manager-1', 'cancel', pressed)), /is withdrawn/);
    await runDeliveries(made);
    assert.equal(made.messenger.updated.length, 2);
  });

  it('tries a card again later that Teams did not take, and leaves one that is gone', async () => {
    const made = await delivered(members(0, 2));
    await made.presses('manager-1', 'cancel', pressed);
    made.messenger.updating = (chat) =>
      chat.endsWith('p00000')
        ? { outcome: 'unavailable', code: '503' }
        : { outcome: 'messageGone', code: '404' };
    const result = await deliver(made.parties, job());
    assert.ok(result !== 'done' && result.againAt > made.time.now);
    assert.equal((await countsOf(made)).cancelled, 2);
    made.messenger.updating = () => undefined;
    made.time.now = result.againAt;
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.deepEqual(
      made.messenger.updated.map((each) => each.split(' ')[0]),
      ['chat-of-29:p00000'],
    );
    assert.ok([...(await rowsOf(made)).values()].every((row) => row.recalledAt));
  });

  it('keeps the receipt of somebody who confirms in the very moment of the recall', async () => {
    const made = await delivered(members(0, 1));
    await made.presses('manager-1', 'cancel', pressed);
    made.messenger.updating = async () => {
      made.messenger.updating = () => undefined;
      await confirms(made, 'p00000');
      return undefined;
    };
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.match(texts(made).at(-1) ?? '', /Thank you\. You have confirmed/);
    const [row] = (await rowsOf(made)).values();
    assert.deepEqual([row?.delivery, row?.acknowledgedAt !== undefined], ['delivered', true]);
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.match(texts(made).at(-1) ?? '', /Thank you\. You have confirmed/);
  });
});
