import assert from 'node:assert/strict';
import { STATUS_CARD_INTERVAL_MS } from '../../src/bot/teamsLimits';
import { GateClock, outcome } from './gateClock';

describe('Updates of a status card', () => {
  let g: GateClock;
  let shown: { state: number; at: number }[];

  beforeEach(() => {
    g = new GateClock();
    shown = [];
  });

  afterEach(() => g.stop());

  function show(state: number, key = 'card'): Promise<number | undefined> {
    return g.gate.updateLatest(key, STATUS_CARD_INTERVAL_MS, () => {
      shown.push({ state, at: g.clock.now });
      return Promise.resolve(state);
    });
  }

  it('are shown at once, then at most every 5 s, and the last is never lost', async () => {
    for (let state = 0; state < 100; state++) {
      void show(state);
      await g.clock.tickAsync(100);
    }
    await g.clock.tickAsync(60_000);
    assert.deepEqual(shown, [
      { state: 0, at: 0 },
      { state: 49, at: 5_000 },
      { state: 99, at: 10_000 },
    ]);
  });

  it('say of themselves whether they were shown or a newer one took their place', async () => {
    const results = [show(1), show(2), show(3)];
    await g.clock.tickAsync(5_000);
    assert.deepEqual(await Promise.all(results), [1, undefined, 3]);
  });

  it('of different messages do not wait for each other', async () => {
    await Promise.all([show(1, 'one card'), show(2, 'other card')]);
    assert.equal(shown.length, 2);
  });

  it('do not run beside each other, however long one takes', async () => {
    let finish = (): void => undefined;
    void g.gate.updateLatest('card', 5_000, () => new Promise<void>((resolve) => (finish = resolve)));
    void show(2);
    await g.clock.tickAsync(20_000);
    assert.equal(shown.length, 0);
    finish();
    await g.clock.tickAsync(0);
    assert.deepEqual(shown, [{ state: 2, at: 20_000 }]);
  });

  it('go on after one that failed, and whoever asked for that one is told', async () => {
    const failed = outcome(
      g.gate.updateLatest('card', 5_000, () => Promise.reject(Object.assign(new Error(), { code: 'Bad' }))),
    );
    const next = show(2);
    await g.clock.tickAsync(5_000);
    assert.equal(await failed, 'Bad');
    assert.equal(await next, 2);
  });

  it('are rejected when the gate closes, and leave no timer behind when all is shown', async () => {
    await show(1);
    const pending = outcome(show(2));
    g.gate.close();
    assert.equal(await pending, 'GateClosed');
    assert.equal(g.clock.countTimers(), 0);
  });
});
