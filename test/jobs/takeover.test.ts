import assert from 'node:assert/strict';
import { createLog } from '../../src/log';
import { leaseIdOf } from '../../src/jobs/lease';
import type { JobsRunner } from '../../src/jobs/runner';
import { startAzurite } from '../support/azurite';
import { awayStorage } from './awayStorage';
import { doing, gateway, JobsProduct, START, until } from './jobsProduct';

describe('Instances that share their jobs', () => {
  let connectionString: string;
  let product: JobsProduct;

  before(async () => {
    ({ connectionString } = await startAzurite());
  });

  beforeEach(() => {
    product = new JobsProduct(connectionString);
  });

  afterEach(() => product.stop());

  function pair(): { one: JobsRunner; other: JobsRunner; done: string[] } {
    const done: string[] = [];
    const [one, other] = [product.instance('one'), product.instance('other')];
    one.on(
      'send',
      doing(({ key }) => done.push(`one: ${key}`)),
    );
    other.on(
      'send',
      doing(({ key }) => done.push(`other: ${key}`)),
    );
    return { one, other, done };
  }

  it('work one at a time, also on what the other put down', async () => {
    const { one, other, done } = pair();
    one.start();
    await until(() => one.health() === 'working');
    other.start();
    await until(() => other.health() === 'standby');
    await other.schedule('send', 'a', START);
    await other.whenIdle();
    assert.deepEqual(done, ['one: a']);
  });

  it('take over at once when the one that works is stopped', async () => {
    const { one, other, done } = pair();
    one.start();
    await until(() => one.health() === 'working');
    other.start();
    await one.stop();
    assert.equal(one.health(), 'stopped');
    await until(() => other.health() === 'working');
    await one.schedule('send', 'left behind', START);
    await other.whenIdle();
    assert.deepEqual(done, ['other: left behind']);
  });

  it('take over at once also from the one that took over from them', async () => {
    const { one, other, done } = pair();
    one.start();
    await until(() => one.health() === 'working');
    other.start();
    await until(() => other.health() === 'standby');
    await giveLease(product, 'one', 'other');
    await until(() => other.health() === 'working' && one.health() === 'standby');
    await other.stop();
    await until(() => one.health() === 'working');
    await one.schedule('send', 'a', START);
    await one.whenIdle();
    assert.deepEqual(done, ['one: a']);
  });

  it('go on at once after a restart that did not give the lease back', async () => {
    const killed = product.instance('one');
    killed.start();
    await until(() => killed.health() === 'working');
    const { other, done } = pair();
    const restarted = product.instance('one');
    restarted.on(
      'send',
      doing(({ key }) => done.push(`restarted: ${key}`)),
    );
    other.start();
    restarted.start();
    await restarted.schedule('send', 'a', START);
    await restarted.whenIdle();
    assert.deepEqual(done, ['restarted: a']);
  });

  it('that share a name do not work together: the newest does, and the other when that one is gone', async () => {
    const names = ['older', 'newest'] as const;
    const done: string[] = [];
    const [older, newest] = names.map((name) => {
      const jobs = product.instance('one name');
      jobs.on(
        'send',
        doing(() => done.push(name)),
      );
      return jobs;
    }) as [JobsRunner, JobsRunner];
    older.start();
    await until(() => older.health() === 'working');
    newest.start();
    await until(() => newest.health() === 'working');
    await until(() => older.health() === 'standby');
    await newest.schedule('send', 'a', START);
    await newest.whenIdle();
    await newest.stop();
    await until(() => older.health() === 'working');
    await older.schedule('send', 'b', START);
    await older.whenIdle();
    assert.deepEqual(done, ['newest', 'older']);
  });

  it('tell work under way to stop when the lease is lost, and stop taking more', async () => {
    const { other } = pair();
    const held: boolean[] = [];
    const begun = gateway();
    const lost = gateway();
    const jobs = product.instance('third');
    jobs.on('long', async ({ mayGoOn }) => {
      held.push(mayGoOn());
      begun.open();
      await lost.opened;
      held.push(mayGoOn());
      return 'done';
    });
    jobs.start();
    await jobs.schedule('long', 'key', START);
    await begun.opened;
    await giveLease(product, 'third', 'other');
    other.start();
    await until(() => other.health() === 'working');
    await until(() => jobs.health() === 'standby');
    lost.open();
    await until(() => held.length === 2);
    assert.deepEqual(held, [true, false]);
  });

  it('let work under way finish before they stop, and tell it', async () => {
    const jobs = product.instance();
    const begun = gateway();
    let told = false;
    jobs.on('long', async ({ mayGoOn }) => {
      begun.open();
      await until(() => !mayGoOn());
      told = true;
      return { againAt: START };
    });
    jobs.start();
    await jobs.schedule('long', 'key', START);
    await begun.opened;
    await jobs.stop();
    assert.ok(told);
  });

  it('say once that storage is away and once that it is back, and go on then', async () => {
    const lines: string[] = [];
    const log = createLog('info', {
      write: (line: string) => void lines.push((JSON.parse(line) as { event: string }).event),
    });
    const storage = await awayStorage(connectionString);
    const away = new JobsProduct(storage.connectionString, log);
    let done = 0;
    const jobs = away.instance();
    jobs.on(
      'send',
      doing(() => ++done),
    );
    await jobs.schedule('send', 'key', new Date(START.getTime() + 1_000));
    jobs.start();
    await until(() => jobs.health() === 'working');
    storage.goAway();
    away.clock.advance(1_000);
    await until(() => jobs.health() === 'failing');
    await until(() => storage.refused() > 10);
    storage.comeBack();
    await until(() => done === 1);
    await away.stop();
    await storage.stop();
    assert.deepEqual(lines, ['jobs.leaseTaken', 'jobs.storageAway', 'jobs.storageBack']);
  });
});

/** As if the lease had run out and the other had been the first to take it: in one step, so that no renewal comes between. */
async function giveLease(product: JobsProduct, from: string, to: string): Promise<void> {
  const container = await product.storage.container('leases');
  await container.getBlobClient('jobs').getBlobLeaseClient(leaseIdOf(from)).changeLease(leaseIdOf(to));
}
