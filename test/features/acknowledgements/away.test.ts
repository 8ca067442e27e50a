import assert from 'node:assert/strict';
import { comeBack, goAway } from '../../../src/features/acknowledgements/away/awaySoon';
import { bringAwayInLine } from '../../../src/features/acknowledgements/away/bringAwayInLine';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { membershipChanged } from '../../../src/features/acknowledgements/delivery/lookAgain';
import { outstanding } from '../../../src/features/acknowledgements/campaign/counts';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import {
  countsOf,
  delivered,
  dyingAt,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  runReminders,
  written,
} from './requests';
import { members } from './surroundings';

const one = { partId: '0-0', personId: 'p00000' };
const ofOne = { ...pressed, part: '0-0', person: 'p00000' };
const away = async (made: Feature, until = '2026-12-20'): Promise<void> => {
  await goAway(made.parties, 'p00000', until);
  await bringAwayInLine(made.parties, job('p00000'));
};

describe('a request to somebody who is away', () => {
  it('stays pending, and intended is still the sum of the deliveries', async () => {
    const made = await written(members(0, 3));
    await goAway(made.parties, 'p00000', '2026-12-20');
    await deliver(made.parties, job());
    const counts = await countsOf(made);
    assert.deepEqual([counts.pending, counts.delivered, counts.away, outstanding(counts)], [1, 2, 1, 2]);
    assert.equal(made.messenger.sent.length, 2);
  });

  it('that Teams did not take before they went away waits for them and is not tried again', async () => {
    const made = await written(members(0, 1));
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    await deliver(made.parties, job());
    await away(made);
    made.time.now = new Date('2026-11-23T10:00:00Z');
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.equal((await rowsOf(made)).get('p00000')?.delivery, 'pending');
  });

  it('is not reminded of by a manager, who is told why', async () => {
    const made = await delivered(members(0, 1));
    await away(made);
    made.messenger.sent.length = 0;
    assert.match(
      wordsOf(await made.presses('manager-1', 'remindPerson', ofOne)),
      /is away, so I send no reminder/,
    );
    await runReminders(made, one);
    await runReminders(made);
    assert.deepEqual(made.messenger.sent, []);
  });

  it('can be confirmed all the same, and then nothing waits', async () => {
    const made = await delivered(members(0, 1));
    await away(made);
    await made.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) => ({
      ...row,
      acknowledgedAt: 'x',
    }));
    made.time.now = new Date('2026-12-20T10:00:00Z');
    assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
    assert.deepEqual(made.messenger.updated, []);
    assert.equal((await rowsOf(made)).get('p00000')?.ownDue, undefined);
  });

  it('comes back cut short anywhere and ends with one card, one date and nothing left to do', async () => {
    for (const diesAt of [1, 2]) {
      const made = await written(members(0, 2));
      await goAway(made.parties, 'p00000', '2026-12-20');
      await deliver(made.parties, job());
      made.time.now = new Date('2026-12-20T10:00:00Z');
      await bringAwayInLine(dyingAt(made, diesAt), job('p00000')).catch(() => undefined);
      assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
      await runDeliveries(made);
      const row = (await rowsOf(made)).get('p00000');
      assert.deepEqual([row?.delivery, row?.ownDue, row?.awayUntil], ['delivered', '2027-01-03', undefined]);
      assert.equal(made.messenger.sent.filter((chat) => chat.endsWith('p00000')).length, 1);
      assert.equal(await made.parties.reminders.away.of('p00000'), undefined);
    }
  });

  it('is not marked by an instance that may not go on', async () => {
    const made = await delivered(members(0, 1));
    await goAway(made.parties, 'p00000', '2026-12-20');
    const stopped = { ...job('p00000'), mayGoOn: () => false };
    assert.notEqual(await bringAwayInLine(made.parties, stopped), 'done');
    assert.equal((await rowsOf(made)).get('p00000')?.awayUntil, undefined);
  });

  it('keeps the later of the two dates', async () => {
    const made = await written(members(0, 1), { due: '2027-02-01' });
    await goAway(made.parties, 'p00000', '2026-12-20');
    await deliver(made.parties, job());
    made.time.now = new Date('2026-12-20T10:00:00Z');
    await bringAwayInLine(made.parties, job('p00000'));
    assert.equal((await rowsOf(made)).get('p00000')?.ownDue, undefined);
  });

  it('is tried again where Teams does not take the card with the new date', async () => {
    const made = await delivered(members(0, 1));
    await away(made);
    made.time.now = new Date('2026-12-20T10:00:00Z');
    made.messenger.updating = () => ({ outcome: 'unavailable', code: '503' });
    assert.notEqual(await bringAwayInLine(made.parties, job('p00000')), 'done');
    made.messenger.updating = () => undefined;
    assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
    assert.equal(made.messenger.updated.length, 1);
    assert.equal((await rowsOf(made)).get('p00000')?.ownDue, '2027-01-03');
  });
});

describe('somebody who is away', () => {
  /** The delivery, and what it puts down for them, as the job runner would do it. */
  const runAll = async (made: Feature): Promise<void> => {
    made.scheduled.length = 0;
    await deliver(made.parties, job());
    if (made.scheduled.includes('acknowledgements.away p00000'))
      assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
    await runDeliveries(made);
  };
  const becomes = async (made: Feature, people: number): Promise<void> => {
    made.directory.rosters.set('a', members(0, people));
    await membershipChanged(made.parties, 'a');
    await runAll(made);
  };
  const dayComes = async (made: Feature): Promise<void> => {
    made.time.now = new Date('2026-12-20T10:00:00Z');
    assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
    assert.equal(await made.parties.reminders.away.of('p00000'), undefined);
  };

  it('and leaves the team, has enough time from the day on which they are in it again', async () => {
    const made = await delivered(members(0, 1));
    await away(made);
    await becomes(made, 0);
    await dayComes(made);
    made.time.now = new Date('2026-12-27T10:00:00Z');
    await becomes(made, 1);
    const row = (await rowsOf(made)).get('p00000');
    assert.deepEqual([row?.delivery, row?.ownDue, row?.awayUntil], ['delivered', '2027-01-10', undefined]);
    assert.match(JSON.stringify(made.messenger.updates), /Sunday 10 January 2027/);
    await runReminders(made, one);
    assert.equal(made.messenger.sent.length, 2);
  });

  it('whom a try under way when they went did not reach, is asked by "Retry failed" after their day', async () => {
    const made = await written(members(0, 1));
    made.messenger.script = async () => {
      await away(made);
      return { outcome: 'blocked', code: 'x' };
    };
    await deliver(made.parties, job());
    made.messenger.script = () => undefined;
    await dayComes(made);
    await made.presses('manager-1', 'retry', pressed);
    await runAll(made);
    const row = (await rowsOf(made)).get('p00000');
    assert.deepEqual([row?.delivery, row?.awayUntil], ['delivered', undefined]);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00000']);
  });

  it('and is noted so again, once back, by an instance that lost its turn, is back in the next night', async () => {
    const made = await delivered(members(0, 1));
    await goAway(made.parties, 'p00000', '2026-12-20');
    const late = new Recipients(made.parties.storage);
    late.change = async (...row) => {
      await comeBack(made.parties, 'p00000');
      await bringAwayInLine(made.parties, job('p00000'));
      return made.parties.recipients.change(...row);
    };
    await bringAwayInLine({ ...made.parties, recipients: late }, job('p00000'));
    assert.equal((await rowsOf(made)).get('p00000')?.awayUntil, '2026-12-20');
    await becomes(made, 1);
    assert.equal((await rowsOf(made)).get('p00000')?.awayUntil, undefined);
  });

  it('who had not been reached when they went, is not tried by "Retry failed" before their day', async () => {
    const made = await written(members(0, 1));
    made.messenger.script = () => ({ outcome: 'blocked', code: 'x' });
    await deliver(made.parties, job());
    made.messenger.script = () => undefined;
    await away(made);
    await made.presses('manager-1', 'retry', pressed);
    await runAll(made);
    assert.deepEqual(made.messenger.sent, []);
    await dayComes(made);
    await runDeliveries(made);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00000']);
  });
});

describe('a manager who marks somebody away', () => {
  it('is refused for whom they did not ask, for who confirmed, and without a day ahead', async () => {
    const made = await delivered(members(0, 1));
    const save = async (who: string, data: Record<string, unknown>): Promise<string> =>
      wordsOf(await made.presses(who, 'saveAway', data));
    made.roles.held.set('manager-2', ['manager']);
    assert.match(await save('manager-2', { ...ofOne, until: '2026-12-20' }), /Only the manager who sent/);
    assert.match(await save('p00000', { ...ofOne, until: '2026-12-20' }), /Only the manager who sent/);
    assert.match(
      await save('manager-1', { ...pressed, part: '0-0', person: 'x', until: '2026-12-20' }),
      /not on this/,
    );
    assert.match(await save('manager-1', { ...ofOne, until: '2026-11-22' }), /not ahead of us/);
    assert.match(await save('manager-1', { ...ofOne, until: '2028-01-01' }), /more than a year/);
    assert.match(await save('manager-1', { ...ofOne, until: 'soon' }), /choose the day/);
    made.roles.confirms = false;
    assert.match(await save('manager-1', { ...ofOne, until: '2026-12-20' }), /could not check with Teams/);
    made.roles.confirms = true;
    assert.equal(await made.parties.reminders.away.of('p00000'), undefined);
    await made.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) => ({
      ...row,
      acknowledgedAt: 'x',
    }));
    assert.match(await save('manager-1', { ...ofOne, until: '2026-12-20' }), /has confirmed/);
  });

  it('can end it', async () => {
    const made = await delivered(members(0, 1));
    await away(made);
    assert.match(wordsOf(await made.presses('manager-1', 'away', ofOne)), /2026-12-20.*"Is back"/);
    assert.match(wordsOf(await made.presses('manager-1', 'endAway', ofOne)), /Person p00000 is back/);
    assert.equal(await bringAwayInLine(made.parties, job('p00000')), 'done');
    assert.equal((await rowsOf(made)).get('p00000')?.awayUntil, undefined);
    assert.match(wordsOf(await made.presses('manager-1', 'endAway', ofOne)), /is not marked as away/);
  });
});
