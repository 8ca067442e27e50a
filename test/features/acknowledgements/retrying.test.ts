import assert from 'node:assert/strict';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { cardOf, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { countsOf, delivered, dyingAt, job, pressed, runDeliveries, statesOf, written } from './requests';
import { member, members } from './surroundings';

const PEOPLE = ['blocks', 'lacks', 'fails', 'gone', 'has'];

/** One of each: has blocked the bot, does not have it, was not taken by Teams, is gone, has the request. */
async function oneOfEach(): Promise<Feature> {
  const made = await written(PEOPLE.map((id) => member(id)));
  made.messenger.script = (chat) => {
    if (chat.endsWith('blocks')) return { outcome: 'blocked', code: 'x' };
    if (chat.endsWith('lacks')) return { outcome: 'notInstalled', code: 'x' };
    if (chat.endsWith('fails')) return { outcome: 'rejected', code: 'x' };
    return chat.endsWith('gone') ? { outcome: 'personGone', code: 'x' } : undefined;
  };
  await deliver(made.parties, job());
  made.messenger.script = () => undefined;
  return made;
}

describe('"Retry failed"', () => {
  it('tries again who was blocked, not installed or failed, and nobody else', async () => {
    const made = await oneOfEach();
    made.messenger.sent.length = 0;
    const reply = await made.presses('manager-1', 'retry', pressed);
    assert.match(wordsOf(reply), /Sending:/);
    await runDeliveries(made);
    assert.deepEqual(
      made.messenger.sent.sort(),
      ['blocks', 'fails', 'lacks'].map((id) => `chat-of-29:${id}`),
    );
    assert.equal((await statesOf(made))['gone'], 'left');
    const counts = await countsOf(made);
    assert.deepEqual([counts.delivered, counts.left], [4, 1]);
    assert.equal((await made.parties.campaigns.get('campaign-1'))?.state, 'sent');
  });

  it('pressed twice sends once', async () => {
    const made = await oneOfEach();
    made.messenger.sent.length = 0;
    await Promise.all([1, 2].map(() => made.presses('manager-1', 'retry', pressed)));
    await runDeliveries(made);
    await runDeliveries(made);
    assert.equal(made.messenger.sent.length, 3);
  });

  it('that fails again says so again', async () => {
    const made = await oneOfEach();
    made.messenger.script = () => ({ outcome: 'blocked', code: 'x' });
    await made.presses('manager-1', 'retry', pressed);
    await runDeliveries(made);
    assert.equal((await countsOf(made)).blocked, 3);
    assert.equal((await statesOf(made))['has'], 'delivered');
  });

  it('dead on the way, ends with everybody tried', async () => {
    for (const diesAt of [1, 2]) {
      const made = await oneOfEach();
      await made.presses('manager-1', 'retry', pressed);
      await assert.rejects(deliver(dyingAt(made, diesAt), job()));
      assert.equal(await deliver(made.parties, job()), 'done');
      assert.equal((await countsOf(made)).delivered, 4);
    }
  });

  it('has nobody to try where everybody was reached, and its button is not there', async () => {
    const made = await delivered(members(0, 2));
    assert.match(wordsOf(await made.presses('manager-1', 'retry', pressed)), /nobody to try again/);
    const card = cardOf(await made.presses('manager-1', 'refresh', pressed));
    assert.doesNotMatch(JSON.stringify(card.content), /Retry failed/);
  });

  it('waits for Resume where the request is paused', async () => {
    const made = await oneOfEach();
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: true }));
    assert.match(wordsOf(await made.presses('manager-1', 'retry', pressed)), /Press Resume first/);
  });
});
