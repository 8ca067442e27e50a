import assert from 'node:assert/strict';
import { DueWork } from '../../src/jobs/dueWork';
import type { DueJob } from '../../src/jobs/jobs';
import { startAzurite } from '../support/azurite';
import { doing, gateway, JobsProduct, START, until } from './jobsProduct';

describe('Jobs', () => {
  let connectionString: string;
  let product: JobsProduct;

  before(async () => {
    ({ connectionString } = await startAzurite());
  });

  beforeEach(() => {
    product = new JobsProduct(connectionString);
  });

  afterEach(() => product.stop());

  it('do work that is due, with its key and payload, once', async () => {
    const done: string[] = [];
    const jobs = product.instance();
    jobs.on('greet', ({ key, payload, attempts }) => {
      done.push(`${key} ${payload['who']} ${attempts}`);
      return Promise.resolve('done');
    });
    jobs.start();
    await jobs.schedule('greet', 'first', START, { who: 'Person Example' });
    await jobs.whenIdle();
    assert.deepEqual(done, ['first Person Example 0']);
  });

  it('leave work alone until the product’s clock says that it is due', async () => {
    let done = 0;
    const jobs = product.instance();
    jobs.on(
      'remind',
      doing(() => ++done),
    );
    jobs.start();
    await jobs.schedule('remind', 'later', new Date(START.getTime() + 60_000));
    await jobs.whenIdle();
    assert.equal(done, 0);
    product.clock.advance(60_000);
    await jobs.whenIdle();
    assert.equal(done, 1);
  });

  it('do what a restart found overdue, although it puts the work down anew for later', async () => {
    let done = 0;
    const jobs = product.instance();
    jobs.on(
      'nightly',
      doing(() => ++done),
    );
    await jobs.scheduleByLatest('nightly', 'one', new Date(START.getTime() + 1_000));
    product.clock.advance(2_000);
    await jobs.scheduleByLatest('nightly', 'one', new Date(START.getTime() + 86_400_000));
    jobs.start();
    await jobs.whenIdle();
    assert.equal(done, 1);
  });

  it('do not what was cancelled, and only the newest of what was put down twice', async () => {
    const done: string[] = [];
    const jobs = product.instance();
    jobs.on(
      'send',
      doing(({ key, payload }) => done.push(`${key} ${payload['n']}`)),
    );
    await jobs.schedule('send', 'dropped', START, { n: '1' });
    await jobs.schedule('send', 'kept', START, { n: '2' });
    await jobs.schedule('send', 'kept', START, { n: '3' });
    await jobs.cancel('send', 'dropped');
    jobs.start();
    await jobs.whenIdle();
    assert.deepEqual(done, ['kept 3']);
  });

  it('do again, with a new count of tries, what asks to go on later', async () => {
    const attempts: number[] = [];
    const jobs = product.instance();
    jobs.on('page', (job) => {
      attempts.push(job.attempts);
      return Promise.resolve(attempts.length < 3 ? { againAt: product.clock.now() } : 'done');
    });
    jobs.start();
    await jobs.schedule('page', 'all', START);
    await jobs.whenIdle();
    assert.deepEqual(attempts, [0, 0, 0]);
  });

  it('try again what fails, each time later, while other work goes on', async () => {
    const tried: number[] = [];
    let others = 0;
    const jobs = product.instance();
    jobs.on('broken', ({ attempts }) => {
      tried.push(attempts);
      return Promise.reject(new Error('no luck'));
    });
    jobs.on(
      'sound',
      doing(() => ++others),
    );
    jobs.start();
    await jobs.schedule('broken', 'key', START);
    for (const wait of [0, 1_000, 1_999, 1]) {
      product.clock.advance(wait);
      await jobs.schedule('sound', `after ${wait}`, product.clock.now());
      await jobs.whenIdle();
    }
    assert.deepEqual(tried, [0, 1, 2]);
    assert.equal(others, 4);
  });

  it('wait ten minutes at most before they try again', async () => {
    let tries = 0;
    const jobs = product.instance();
    jobs.on('broken', () => Promise.reject(new Error(`no luck ${++tries}`)));
    jobs.start();
    await jobs.schedule('broken', 'key', START);
    for (let i = 0; i < 15; i++) {
      await jobs.whenIdle();
      product.clock.advance(600_000);
    }
    assert.equal(tries, 15);
  });

  it('keep what was put down anew while it was being worked on', async () => {
    const done: string[] = [];
    const first = gateway();
    const jobs = product.instance();
    jobs.on('send', async ({ payload }) => {
      done.push(payload['n'] ?? '');
      if (done.length === 1) await first.opened;
      return 'done';
    });
    jobs.start();
    await jobs.schedule('send', 'key', START, { n: '1' });
    await until(() => done.length === 1);
    await jobs.schedule('send', 'key', START, { n: '2' });
    first.open();
    await jobs.whenIdle();
    assert.deepEqual(done, ['1', '2']);
  });

  it('of one kind do not wait for those of another, nor for a long one of their own', async () => {
    const long = gateway();
    const done: string[] = [];
    const jobs = product.instance();
    const work = async ({ key }: DueJob): Promise<'done'> => {
      if (key === 'long') await long.opened;
      done.push(key);
      return 'done';
    };
    jobs.on('deliver', work);
    jobs.on('handOff', work);
    jobs.start();
    await jobs.schedule('deliver', 'long', START);
    await jobs.schedule('deliver', 'short', START);
    await jobs.schedule('handOff', 'urgent', START);
    await until(() => done.length === 2);
    assert.deepEqual(done.sort(), ['short', 'urgent']);
    long.open();
  });

  it('are all done when many more are due than are worked on at once', async () => {
    const done = new Set<string>();
    let [now, most] = [0, 0];
    const jobs = product.instance();
    jobs.on('send', async ({ key }) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      done.add(key);
      return 'done';
    });
    await Promise.all(Array.from({ length: 120 }, (_, i) => jobs.schedule('send', `key ${i}`, START)));
    jobs.start();
    await jobs.whenIdle();
    assert.equal(done.size, 120);
    assert.ok(most <= 8, `${most} at once`);
  });

  it('are found behind more of another kind than storage tells of at a time', async () => {
    const dueWork = new DueWork(product.storage);
    await dueWork.put('send', 'behind', START, {});
    const lots = Array.from({ length: 22 }, (_, lot) => Array.from({ length: 50 }, (_, i) => `${lot}.${i}`));
    for (const lot of lots) await Promise.all(lot.map((key) => dueWork.put('deliver', key, START, {})));
    const [held, done] = [gateway(), new Set<string>()];
    const jobs = product.instance();
    jobs.on('deliver', () => held.opened.then(() => 'done' as const));
    jobs.on(
      'send',
      doing(({ key }) => done.add(key)),
    );
    jobs.start();
    await until(() => done.has('behind'));
    held.open();
  });

  it('are begun when they are put down and when there is room again, without waiting for the next look', async () => {
    const done = new Set<string>();
    const jobs = product.instance('one', 3_600_000);
    jobs.on(
      'send',
      doing(({ key }) => done.add(key)),
    );
    await Promise.all(Array.from({ length: 20 }, (_, i) => jobs.schedule('send', `early ${i}`, START)));
    jobs.start();
    await until(() => done.size === 20);
    await jobs.whenIdle();
    await jobs.schedule('send', 'late', START);
    await until(() => done.has('late'));
  });

  it('survive a crash in the middle: the work is found and counted as tried', async () => {
    const dueWork = new DueWork(product.storage);
    await dueWork.put('send', 'key', START, { n: '1' });
    const [row] = await dueWork.due('send', START);
    assert.ok(row && (await dueWork.claim(row)), 'the instance that crashes has begun');
    const found: string[] = [];
    const jobs = product.instance();
    jobs.on(
      'send',
      doing(({ key, attempts, payload }) => found.push(key + payload['n'] + attempts)),
    );
    jobs.start();
    await jobs.whenIdle();
    assert.deepEqual(found, ['key11']);
  });

  it('refuse a kind that is registered twice', () => {
    const jobs = product.instance();
    jobs.on('send', () => Promise.resolve('done'));
    assert.throws(() => jobs.on('send', () => Promise.resolve('done')), /"send" is registered twice/);
  });
});
