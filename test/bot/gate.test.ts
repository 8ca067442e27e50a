import assert from 'node:assert/strict';
import { GateClock, outcome } from './gateClock';

describe('The gate', () => {
  let g: GateClock;

  beforeEach(() => {
    g = new GateClock();
  });

  afterEach(() => g.stop());

  function bulk(count: number): void {
    for (let i = 0; i < count; i++) void g.send('bulk', { conversation: `a:${i}`, urgency: 'bulk' });
  }

  it('starts at once, in the same tick and without a timer, when nothing stands against it', () => {
    void g.send('first');
    assert.deepEqual(g.order, ['first']);
    assert.equal(g.clock.countTimers(), 0);
  });

  it('keeps the limits of one conversation, at every span that Teams names', async () => {
    for (let i = 0; i < 2_000; i++) void g.send('bulk', { urgency: 'bulk' });
    await g.clock.tickAsync(3_700_000);
    for (const [most, span] of [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const) {
      assert.equal(g.mostWithin(span), most, `${span} ms`);
    }
  });

  it('lets more through for reading than for writing, each counted by itself', async () => {
    for (let i = 0; i < 20; i++) void g.send('read', { kind: 'read' });
    await g.clock.tickAsync(0);
    assert.equal(g.startsOf('read').length, 14);
  });

  it('counts updates and new threads of a channel with its messages', async () => {
    const kinds = ['send', 'update'] as const;
    for (let i = 0; i < 10; i++) {
      void g.send('any', { conversation: `19:c@thread.tacv2;messageid=${i}`, kind: kinds[i % 2] ?? 'send' });
    }
    await g.clock.tickAsync(0);
    assert.equal(g.order.length, 7);
  });

  it('starts at most 50 in a second, of which bulk has 40 and somebody who waits the rest', async () => {
    bulk(100);
    await g.clock.tickAsync(500);
    assert.equal(g.startsOf('bulk').length, 40);
    for (let i = 0; i < 20; i++) void g.send('waiting', { conversation: `w:${i}` });
    await g.clock.tickAsync(0);
    assert.equal(g.startsOf('waiting').length, 10);
    await g.clock.tickAsync(10_000);
    assert.equal(g.order.length, 120);
    assert.ok(g.mostWithin(1_000) <= 50, `${g.mostWithin(1_000)} in a second`);
  });

  it('lets those who wait go before bulk that came earlier', async () => {
    for (let i = 0; i < 50; i++) void g.send('first', { conversation: `f:${i}` });
    bulk(40);
    for (let i = 0; i < 20; i++) void g.send('waiting', { conversation: `w:${i}` });
    await g.clock.tickAsync(1_000);
    assert.equal(g.startsOf('waiting').length, 20);
    assert.equal(g.startsOf('bulk').length, 20);
  });

  it('lets no conversation wait behind another that is held', async () => {
    for (let i = 0; i < 100; i++) void g.send('crowded', { conversation: 'a:crowded', urgency: 'bulk' });
    void g.send('free', { conversation: 'a:free', urgency: 'bulk' });
    await g.clock.tickAsync(0);
    assert.deepEqual(g.startsOf('free'), [0]);
  });

  it('gives every conversation its turn', async () => {
    bulk(40);
    for (const name of ['x', 'x', 'x', 'y', 'y', 'y'])
      void g.send(name, { conversation: name, urgency: 'bulk' });
    await g.clock.tickAsync(1_000);
    assert.deepEqual(g.order.slice(40), ['x', 'y', 'x', 'y', 'x', 'y']);
  });

  it('keeps the order of one conversation', async () => {
    for (let i = 0; i < 12; i++) void g.send(`m${i}`);
    await g.clock.tickAsync(8_000);
    assert.deepEqual(
      g.order,
      [...g.order].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
    );
  });

  it('tells somebody who waits after 8 s that it does not get through', async () => {
    const results = Array.from({ length: 90 }, (_, i) => outcome(g.send(`m${i}`)));
    await g.clock.tickAsync(8_000);
    const busy = (await Promise.all(results)).filter((result) => result === 'GateBusy');
    assert.equal(g.order.length + busy.length, 90);
    assert.ok(busy.length > 0);
    void g.send('next');
    await g.clock.tickAsync(3_000);
    assert.equal(g.startsOf('next').length, 1, 'what was given up takes no turn');
    assert.equal(g.order.length + busy.length, 91);
  });

  it('takes its limits from the configuration', async () => {
    g.stop();
    g = new GateClock({ requestsPerSecond: 10, bulkPerSecond: 5 });
    bulk(30);
    await g.clock.tickAsync(0);
    assert.equal(g.order.length, 5);
  });

  it('starts nothing in the place of a request that Teams may still count, however slow its way was', async () => {
    g.stop();
    g = new GateClock({ requestsPerSecond: 10, bulkPerSecond: 10 });
    const slow = (name: string, ms: number): void => {
      void g.sendSlowly(name, ms, { conversation: name, urgency: 'bulk' });
    };
    for (let i = 0; i < 9; i++) slow(`quick:${i}`, 20);
    slow('slow', 300);
    for (let i = 0; i < 10; i++) slow(`next:${i}`, 20);
    await g.clock.tickAsync(3_000);
    const starts = g.started.filter(({ name }) => name.startsWith('next')).map(({ at }) => at);
    // Each may have arrived as late as just before its answer, and two milliseconds are for clocks that differ.
    assert.deepEqual(starts, [...Array.from({ length: 9 }, () => 1_022), 1_302]);
  });

  it('counts from the start what was as quick as can be, once it knows how quick that is', async () => {
    for (let i = 0; i < 250; i++) void g.sendSlowly('bulk', 20, { conversation: `a:${i}`, urgency: 'bulk' });
    await g.clock.tickAsync(10_000);
    const starts = g.startsOf('bulk');
    const apart = (at: number): number => (starts[at] ?? 0) - (starts[at - 40] ?? 0);
    assert.deepEqual([40, 80, 160, 200, 240].map(apart), [1_022, 1_022, 1_000, 1_000, 1_000]);
  });

  it('does not wait for ever for the answer to a request that hangs', async () => {
    g.stop();
    g = new GateClock({ requestsPerSecond: 1, bulkPerSecond: 1 });
    void g.sendSlowly('hangs', 15_000, { conversation: 'a:1' });
    void g.send('next', { conversation: 'a:2' });
    await g.clock.tickAsync(2_100);
    assert.equal(g.startsOf('next').length, 1);
  });

  it('rejects what waits when it closes, and whatever comes then', async () => {
    const results = Array.from({ length: 9 }, (_, i) => outcome(g.send(`m${i}`)));
    g.gate.close();
    const after = outcome(g.send('after'));
    assert.deepEqual((await Promise.all([...results, after])).slice(7), [
      'GateClosed',
      'GateClosed',
      'GateClosed',
    ]);
    assert.equal(g.clock.countTimers(), 0);
  });

  it('forgets conversations that are quiet', async () => {
    bulk(2_000);
    await g.clock.tickAsync(100_000);
    void g.send('last');
    assert.ok(g.gate.remembered < 10, `${g.gate.remembered} remembered`);
  });

  it('does not forget a conversation that is near the limit of an hour', async () => {
    for (let i = 0; i < 1_800; i++) void g.send('bulk', { urgency: 'bulk' });
    await g.clock.tickAsync(1_000_000);
    assert.equal(g.order.length, 1_800);
    await g.clock.tickAsync(200_000);
    void g.send('one more', { urgency: 'bulk' });
    await g.clock.tickAsync(0);
    assert.equal(g.order.length, 1_800);
  });
});
