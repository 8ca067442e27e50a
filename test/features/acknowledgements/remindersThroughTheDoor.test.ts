import assert from 'node:assert/strict';
import { LOOKING } from '../../../src/features/acknowledgements/remind/looking';
import { DueWork } from '../../../src/jobs/dueWork';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, seen, sendRequest, STAFF, textOf, wordsOf } from './frontDoor';

/** Today is Wednesday 18 November 2026; the request is due on 2 December, and reminds 7, 1 and 0 days before. */
describe('reminders that come by themselves, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const until = async (iso: string): Promise<void> => {
    await product().advance(Date.parse(iso) - product().clock.now().getTime());
    await product().teams.settled();
  };
  const remindersOf = async (key: string): Promise<number> =>
    (await product().teams.person(key).chat()).filter((message) => /A reminder/.test(textOf(message) ?? ''))
      .length;
  const reminders = (): Promise<number[]> => Promise.all(STAFF.map(remindersOf));

  it('reach on their day, at ten, those who have the request and have not confirmed, and nobody else', async () => {
    await product().teams.person('driver').blocksBot();
    const status = await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await until('2026-11-25T09:59:00Z');
    assert.deepEqual(await reminders(), [0, 0, 0, 0, 0]);
    await until('2026-11-25T10:00:00Z');
    assert.deepEqual(await reminders(), [1, 0, 0, 1, 1]);
    await until('2026-11-25T12:00:00Z');
    await until('2026-11-26T10:00:00Z');
    assert.deepEqual(await reminders(), [1, 0, 0, 1, 1]);
    assert.match(wordsOf(await readAndConfirm(product(), 'nurse')), /Receipt number/);
    await until('2026-12-01T10:00:00Z');
    await until('2026-12-02T10:00:00Z');
    await until('2026-12-03T10:00:00Z');
    assert.deepEqual(await reminders(), [3, 0, 0, 0, 3]);
    assert.match(textOf(await seen(product(), 'manager', status)), /2 people have had 3 reminders/);
  });

  it('and those that a manager asks for are one a day and three in all', async () => {
    const status = await sendRequest(product());
    const manager = product().teams.person('manager');
    for (const day of ['19', '25']) {
      await until(`2026-11-${day}T08:30:00Z`);
      await manager.presses(status, 'Remind everybody');
      await product().idle();
      await until(`2026-11-${day}T10:00:00Z`);
    }
    assert.deepEqual(await reminders(), [2, 2, 2, 2, 2]);
    await until('2026-12-01T10:00:00Z');
    assert.match(wordsOf(await manager.presses(status, 'Remind everybody')), /3 reminders\. Please talk/);
    await until('2026-12-02T10:00:00Z');
    assert.deepEqual(await reminders(), [3, 3, 3, 3, 3]);
  });

  it('that were missed while the bot was stopped come once, and not in the night', async () => {
    await sendRequest(product());
    product().clock.advance(Date.parse('2026-12-02T02:30:00Z') - product().clock.now().getTime());
    await product().restart();
    await until('2026-12-02T03:00:00Z');
    assert.deepEqual(await reminders(), [0, 0, 0, 0, 0]);
    await until('2026-12-02T10:20:00Z');
    await until('2026-12-02T11:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
  });

  it('do not come while the request is paused, come once when it goes on, and not after its date', async () => {
    const status = await sendRequest(product());
    const manager = product().teams.person('manager');
    await manager.presses(status, 'Pause');
    await until('2026-11-25T10:00:00Z');
    assert.deepEqual(await reminders(), [0, 0, 0, 0, 0]);
    await manager.presses(status, 'Resume');
    await until('2026-11-26T10:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
    await manager.presses(status, 'Pause');
    await until('2026-12-03T08:00:00Z');
    await manager.presses(status, 'Resume');
    await until('2026-12-03T10:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
  });

  it('do not come after the request was withdrawn', async () => {
    const status = await sendRequest(product());
    const manager = product().teams.person('manager');
    await manager.submitsDialog(await manager.presses(status, 'Cancel request'), 'Yes, cancel it');
    await product().idle();
    await until('2026-11-25T10:00:00Z');
    assert.deepEqual(await reminders(), [0, 0, 0, 0, 0]);
  });

  it('come once to each, however often the request is looked at', async () => {
    await sendRequest(product());
    await product().teams.team('care').adds('complaints-officer');
    await product().idle();
    await until('2026-11-25T10:00:00Z');
    const now = product().clock.now();
    for (let again = 0; again < 3; again++) {
      await product().bot.jobs.schedule(LOOKING, `again ${again}`, now);
      await product().idle();
    }
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
    assert.equal(await remindersOf('complaints-officer'), 1);
    const far = new Date('2027-01-01T00:00:00Z');
    const put = (await new DueWork(product().storage).due(LOOKING, far)).map(({ row }) => row);
    assert.ok(put.includes('hourly'));
  });

  it('that Teams does not take come when it works again, while it is still their time', async () => {
    await sendRequest(product());
    const mend = await product().teams.fail({ answer: 503, operation: 'send', conversation: 'nurse' });
    await until('2026-11-25T10:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 0, 1]);
    await mend();
    await until('2026-11-25T10:02:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
  });
});
