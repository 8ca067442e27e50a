import assert from 'node:assert/strict';
import { SlidingWindows } from '../../src/localTeams/slidingWindows';
import { READ_RATES, SEND_RATES, type Rate } from '../../src/localTeams/limits';
import { Refusal } from '../../src/localTeams/refusal';
import { Stage } from './stage';

const TEXT = { type: 'message', text: 'Hello' };

/** Takes as fast as the windows allow, one a millisecond at most, and counts what fits in so many seconds. */
function fitsIn(seconds: number, rates: readonly Rate[]): number {
  const clock = { now: 1_000_000 };
  const windows = new SlidingWindows(() => clock.now);
  const end = clock.now + seconds * 1000;
  let count = 0;
  while (clock.now < end) {
    try {
      windows.take('a', rates);
      count += 1;
      clock.now += 1;
    } catch (error) {
      assert.ok(error instanceof Refusal);
      clock.now += (error.retryAfter ?? 0) * 1000;
    }
  }
  return count;
}

describe("Teams' rates", () => {
  it('let 7 sends into one conversation in a second, 8 in two, 60 in thirty', () => {
    assert.deepEqual(
      [1, 2, 30].map((seconds) => fitsIn(seconds, SEND_RATES)),
      [7, 8, 60],
    );
  });

  it('let 14 readings of one conversation in a second, 16 in two, 120 in thirty', () => {
    assert.deepEqual(
      [1, 2, 30].map((seconds) => fitsIn(seconds, READ_RATES)),
      [14, 16, 120],
    );
  });

  it('let 1,800 sends and 3,600 readings of one conversation in an hour', () => {
    assert.deepEqual([fitsIn(3600, SEND_RATES), fitsIn(3600, READ_RATES)], [1800, 3600]);
  });

  it('let 50 requests a second of the whole app', () => {
    const windows = new SlidingWindows(() => 5_000);
    for (let at = 0; at < 50; at += 1) windows.take(`conversation ${at}`, SEND_RATES);
    assert.throws(() => windows.take('one more', SEND_RATES), { status: 429, retryAfter: 1 });
  });

  it('answer a bot that sends too fast with 429 and Retry-After, and let it go on afterwards', async () => {
    const clock = { now: Date.now() };
    const stage = await Stage.set({ now: () => clock.now });
    for (let at = 0; at < 7; at += 1) assert.equal((await stage.send('cook', TEXT)).status, 201);
    const refused = await stage.send('cook', TEXT);
    assert.deepEqual([refused.status, refused.code], [429, 'Throttled']);
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.equal((await stage.send('nurse', TEXT)).status, 201);
    clock.now += 1000;
    assert.equal((await stage.send('cook', TEXT)).status, 201);
    await stage.strike();
  });

  it('count the creation of a chat with one person by itself', async () => {
    const clock = { now: Date.now() };
    const stage = await Stage.set({ now: () => clock.now });
    const { id } = await stage.personNamed('cook');
    const statuses = [];
    for (let at = 0; at < 8; at += 1) {
      statuses.push((await stage.ask('POST', 'v3/conversations', { members: [{ id }] })).status);
    }
    await stage.strike();
    assert.deepEqual(statuses, [...Array<number>(7).fill(201), 429]);
  });
});
