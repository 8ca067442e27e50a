import assert from 'node:assert/strict';
import { GateClock, outcome, refusal } from './gateClock';

describe('A request that Teams refuses', () => {
  let g: GateClock;

  beforeEach(() => {
    g = new GateClock();
  });

  afterEach(() => g.stop());

  for (const status of [412, 429, 502, 503, 504]) {
    it(`with ${status} is tried again`, async () => {
      const result = g.refused('m', [refusal(status)]);
      await g.clock.tickAsync(1_000);
      assert.equal(await result, 'm');
      assert.deepEqual(g.startsOf('m'), [0, 500]);
    });
  }

  for (const status of [400, 401, 403, 404, 413, 500]) {
    it(`with ${status} is not tried again`, async () => {
      const result = outcome(g.refused('m', [refusal(status, 'TheCode')]));
      await g.clock.tickAsync(60_000);
      assert.equal(await result, 'TheCode');
      assert.deepEqual(g.startsOf('m'), [0]);
    });
  }

  it('or does not answer is tried again, but a fault of ours is not', async () => {
    const timeout = Object.assign(new Error('timed out'), { name: 'AbortError' });
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const unanswered = g.refused('m', [timeout, reset], { conversation: 'a:1' });
    const fault = outcome(g.refused('fault', [new TypeError('ours')], { conversation: 'a:2' }));
    await g.clock.tickAsync(5_000);
    assert.equal(await unanswered, 'm');
    await fault;
    assert.equal(g.startsOf('fault').length, 1);
  });

  it('waits longer each time, by chance up to half less, for about 8 s when somebody waits', async () => {
    const result = outcome(g.refused('m', Array<Error>(20).fill(refusal(503, 'Away'))));
    await g.clock.tickAsync(60_000);
    assert.equal(await result, 'Away');
    assert.deepEqual(g.startsOf('m'), [0, 500, 1_500, 3_500, 7_500]);
    g.stop();
    g = new GateClock({ time: { now: () => Date.now(), setTimer: later, random: () => 0 } });
    void g.refused('m', [refusal(503)]);
    await g.clock.tickAsync(1_000);
    assert.deepEqual(g.startsOf('m'), [0, 250]);
  });

  it('comes back to bulk after three tries', async () => {
    const result = outcome(g.refused('m', Array<Error>(20).fill(refusal(503, 'Away')), { urgency: 'bulk' }));
    await g.clock.tickAsync(600_000);
    assert.equal(await result, 'Away');
    assert.equal(g.startsOf('m').length, 3);
  });

  it('with Retry-After holds its conversation and all bulk for that time, and nobody else', async () => {
    const first = g.refused('m', [refusal(429, 'Throttled', 3)], { conversation: 'a:1' });
    await g.clock.tickAsync(0);
    void g.send('same', { conversation: 'a:1' });
    void g.send('bulk', { conversation: 'a:2', urgency: 'bulk' });
    void g.send('other', { conversation: 'a:3' });
    await g.clock.tickAsync(5_000);
    assert.equal(await first, 'm');
    assert.deepEqual(g.startsOf('m'), [0, 3_500]);
    assert.deepEqual(g.startsOf('same'), [3_000]);
    assert.deepEqual(g.startsOf('bulk'), [3_000]);
    assert.deepEqual(g.startsOf('other'), [0]);
  });

  it('with a Retry-After beyond what people wait for is given up at once', async () => {
    const result = outcome(g.refused('m', [refusal(429, 'Throttled', 30)]));
    await g.clock.tickAsync(0);
    assert.equal(await result, 'Throttled');
  });

  it('shows in the health only when Teams does not answer, until it answers again', async () => {
    const health = async (error: Error): Promise<string> => {
      await outcome(g.refused('m', [error], { conversation: `a:${g.order.length}` }));
      return g.gate.health();
    };
    assert.equal(await health(refusal(403)), 'ok');
    assert.equal(await health(refusal(429, 'Throttled', 30)), 'ok');
    assert.equal(await health(new TypeError('ours')), 'ok');
    void g.refused('n', [refusal(503)], { conversation: 'a:n' });
    await g.clock.tickAsync(0);
    assert.equal(g.gate.health(), 'failing');
    await g.clock.tickAsync(500);
    assert.equal(g.gate.health(), 'ok');
  });

  it('is dropped when the gate closes before the next try', async () => {
    const result = outcome(g.refused('m', [refusal(503)]));
    await g.clock.tickAsync(100);
    g.gate.close();
    assert.equal(await result, 'GateClosed');
    assert.equal(g.clock.countTimers(), 0);
  });
});

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
