import assert from 'node:assert/strict';
import { Countings } from '../../../src/features/acknowledgements/progress/countings';
import type { Jobs } from '../../../src/jobs/jobs';
import { NOW } from './samples';

const SECOND = 1_000;

/** Countings on a clock that the test moves, and when work was put down for, in milliseconds from the start. */
function counted() {
  const time = { ms: 0, fails: false };
  const put: number[] = [];
  const schedule: Jobs['schedule'] = (_, __, at) => {
    if (time.fails) return Promise.reject(new Error('away'));
    put.push(at.getTime() - NOW.getTime());
    return Promise.resolve();
  };
  const clock = { now: () => new Date(NOW.getTime() + time.ms) };
  return { time, put, countings: new Countings({ schedule } as Partial<Jobs> as Jobs, clock) };
}

describe('the counting of a part', () => {
  it('is put down at once after a first change, and once for all that follow within five seconds', async () => {
    const { time, put, countings } = counted();
    for (const at of [0, 10, 500, 2_000, 3_900]) {
      time.ms = at;
      await countings.soon('campaign', '0-0');
    }
    assert.deepEqual(put, [0, 10 + 5 * SECOND]);
  });

  it('never misses the last change: a change near the counting is counted by another one', async () => {
    const { time, put, countings } = counted();
    for (let at = 0; at <= 60 * SECOND; at += 700) {
      time.ms = at;
      await countings.soon('campaign', '0-0');
      assert.ok(put.at(-1) === at || (put.at(-1) ?? 0) >= at + SECOND, `${at}: ${put.at(-1)}`);
    }
    assert.ok(put.length < 20, `${put.length} times in a minute`);
  });

  it('begins anew after a rest, and for another part', async () => {
    const { time, put, countings } = counted();
    await countings.soon('campaign', '0-0');
    await countings.soon('campaign', '0-1');
    time.ms = 60 * SECOND;
    await countings.soon('campaign', '0-0');
    assert.deepEqual(put, [0, 0, 60 * SECOND]);
  });

  it('is put down by the next change where storage was away', async () => {
    const { time, put, countings } = counted();
    time.fails = true;
    await assert.rejects(countings.soon('campaign', '0-0'), /away/);
    time.fails = false;
    await countings.soon('campaign', '0-0');
    assert.deepEqual(put, [0]);
  });
});
