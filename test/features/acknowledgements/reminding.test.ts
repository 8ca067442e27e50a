import assert from 'node:assert/strict';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import { reminderCard } from '../../../src/features/acknowledgements/remind/reminderCard';
import { remindOutstanding } from '../../../src/features/acknowledgements/remind/reminding';
import { dataOf, wordsOf } from './handlers';
import type { Feature } from './handlers';
import {
  confirms,
  countsOf,
  delivered,
  dyingAt,
  holdsFrom,
  pressed,
  rowsOf,
  runDeliveries,
  runReminders,
} from './requests';
import { member, members } from './surroundings';

const DAY = 24 * 60 * 60_000;
const one = { partId: '0-0', personId: 'p00000' };
const ofOne = { ...pressed, part: '0-0', person: 'p00000' };

async function asked(people = 3): Promise<Feature> {
  const made = await delivered(members(0, people));
  made.messenger.sent.length = 0;
  made.scheduled.length = 0;
  return made;
}

function tomorrow(made: Feature): void {
  made.time.now = new Date(made.time.now.getTime() + DAY);
}

describe('reminding everybody outstanding', () => {
  it('sends a short card to those who have the request and have not confirmed, and to nobody else', async () => {
    const made = await asked(5);
    const { recipients } = made.parties;
    await confirms(made, 'p00000');
    const others = ['pending', 'blocked', 'left', 'cancelled'] as const;
    await recipients.change('campaign-1', '0-0', 'p00001', (row) => ({ ...row, delivery: 'covered' }));
    for (const delivery of others) {
      await recipients.change('campaign-1', '0-0', 'p00002', (row) => ({ ...row, delivery }));
      await runReminders(made);
    }
    assert.deepEqual(made.messenger.sent.sort(), ['chat-of-29:p00003', 'chat-of-29:p00004']);
  });

  it('is put down by a press, which says what happens', async () => {
    const made = await asked();
    const reply = await made.presses('manager-1', 'remindEverybody', pressed);
    assert.match(wordsOf(reply), /reminding everybody who has the request and has not confirmed/);
    assert.deepEqual(made.scheduled, ['acknowledgements.reminding campaign-1::']);
  });

  it('twice on a day sends once, and again the day after', async () => {
    const made = await asked();
    await runReminders(made);
    await runReminders(made);
    assert.equal(made.messenger.sent.length, 3);
    tomorrow(made);
    await runReminders(made);
    assert.equal(made.messenger.sent.length, 6);
  });

  it('at once from two presses sends once', async () => {
    const made = await asked();
    await Promise.all([runReminders(made), runReminders(made, one)]);
    assert.equal(made.messenger.sent.length, 3);
  });

  it('never sends a fourth, and asks the manager to talk to the person', async () => {
    const made = await asked();
    for (let day = 0; day < 5; day++) {
      await runReminders(made);
      tomorrow(made);
    }
    assert.equal(made.messenger.sent.length, 9);
    assert.equal((await countsOf(made)).talkTo, 3);
    assert.match(
      wordsOf(await made.presses('manager-1', 'remindEverybody', pressed)),
      /3 reminders\. Please talk/,
    );
    assert.match(
      wordsOf(await made.presses('manager-1', 'refresh', pressed)),
      /3 people have had 3 reminders/,
    );
    const names = wordsOf(await made.presses('manager-1', 'names', pressed));
    assert.match(names, /Reminded 3 times.*Please talk to them/);
    assert.doesNotMatch(names, /"Remind /);
  });

  it('has nobody to remind where everybody confirmed or nobody has the request', async () => {
    const made = await asked(1);
    await confirms(made, 'p00000');
    await runReminders(made);
    assert.match(wordsOf(await made.presses('manager-1', 'remindEverybody', pressed)), /nobody to remind/);
    assert.deepEqual(made.messenger.sent, []);
  });

  it('waits for Resume where the request is paused, and is dropped where it was withdrawn', async () => {
    const made = await asked();
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: true }));
    assert.match(wordsOf(await made.presses('manager-1', 'remindEverybody', pressed)), /Press Resume first/);
    assert.equal(await runReminders(made), 'done');
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, state: 'cancelled' }));
    assert.equal(await runReminders(made), 'done');
    assert.deepEqual(made.messenger.sent, []);
  });

  it('paused in the middle of the third, sends the third the day after it is resumed, and no fourth', async () => {
    const made = await asked(60);
    for (let day = 0; day < 2; day++) {
      await runReminders(made);
      tomorrow(made);
    }
    made.messenger.script = holdsFrom(130, () =>
      made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: true })),
    );
    await runReminders(made);
    assert.ok(made.messenger.sent.length < 180, `${made.messenger.sent.length} sent`);
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: undefined }));
    made.messenger.script = () => undefined;
    tomorrow(made);
    const again = wordsOf(await made.presses('manager-1', 'remindEverybody', pressed));
    assert.match(again, /I am reminding everybody/);
    await runReminders(made);
    tomorrow(made);
    await runReminders(made);
    assert.equal(made.messenger.sent.length, 180);
    assert.equal((await countsOf(made)).talkTo, 60);
  });

  it('dead anywhere on the way, reminds everybody and repeats at most what was under way', async () => {
    for (const diesAt of [1, 2, 3, 4]) {
      const made = await asked(60);
      const payload = {
        campaignId: 'campaign-1',
        partId: '',
        personId: '',
        askedAt: made.time.now.toISOString(),
      };
      const job = { key: 'campaign-1::', payload, attempts: 0, mayGoOn: () => true };
      await assert.rejects(remindOutstanding(dyingAt(made, diesAt), job));
      tomorrow(made);
      assert.equal(await remindOutstanding(made.parties, job), 'done');
      assert.equal(new Set(made.messenger.sent).size, 60);
      assert.ok(made.messenger.sent.length <= 60 + MOST_IN_FLIGHT, `${made.messenger.sent.length} sent`);
      assert.ok([...(await rowsOf(made)).values()].every((row) => row.reminders === 1));
    }
  });

  it('told to stop, goes on later with whom it has not reached', async () => {
    const made = await asked(80);
    const askedAt = made.time.now;
    const result = await runReminders(made, undefined, {
      mayGoOn: () => made.messenger.sent.length < 30,
      askedAt,
    });
    assert.notEqual(result, 'done');
    assert.equal(await runReminders(made, undefined, { askedAt }), 'done');
    assert.equal(made.messenger.sent.length, 80);
  });

  it('tries again for a day what Teams did not take, and then does not count it', async () => {
    const made = await asked(1);
    const askedAt = made.time.now;
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    const result = await runReminders(made, undefined, { askedAt });
    assert.ok(result !== 'done' && result.againAt > askedAt);
    tomorrow(made);
    assert.equal(await runReminders(made, undefined, { askedAt }), 'done');
    assert.equal((await rowsOf(made)).get('p00000')?.reminders, 0);
  });

  it('of somebody who has blocked the bot since does not count, and the list says what to do', async () => {
    const made = await asked(1);
    made.messenger.script = () => ({ outcome: 'blocked', code: 'x' });
    await runReminders(made);
    assert.equal((await rowsOf(made)).get('p00000')?.delivery, 'delivered');
    const names = wordsOf(await made.presses('manager-1', 'names', pressed));
    assert.match(names, /last reminder did not reach them: has blocked me\. Ask them to unblock me/);
  });
});

describe('reminding one person', () => {
  it('is a button beside their name, and the list stays and says so', async () => {
    const made = await asked();
    const names = await made.presses('manager-1', 'names', pressed);
    assert.match(wordsOf(names), /"Remind Person p00000".*"Remind Person p00001"/);
    const reply = await made.presses('manager-1', 'remindPerson', { ...ofOne, show: 'waiting' });
    assert.equal(reply.kind, 'dialog');
    assert.match(wordsOf(reply), /Person p00000 gets a reminder now\./);
    await runReminders(made, one);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00000']);
  });

  it('twice sends one, and says that they were reminded today', async () => {
    const made = await asked();
    await runReminders(made, one);
    const reply = wordsOf(await made.presses('manager-1', 'remindPerson', ofOne));
    assert.match(reply, /Person p00000 was reminded today already/);
    await runReminders(made, one);
    assert.equal(made.messenger.sent.length, 1);
  });

  for (const [what, change, words] of [
    ['who confirmed', { acknowledgedAt: 'then' }, /has confirmed in the meantime/],
    ['who left', { delivery: 'left' }, /has left, so I send no reminder/],
    ['who does not have the request', { delivery: 'blocked' }, /does not have this request/],
    ['who had three', { reminders: 3 }, /has had 3 reminders\. Please talk to them/],
  ] as const) {
    it(`${what} sends nothing and says why`, async () => {
      const made = await asked();
      await made.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) => ({ ...row, ...change }));
      assert.match(wordsOf(await made.presses('manager-1', 'remindPerson', ofOne)), words);
      assert.deepEqual(made.scheduled, []);
      await runReminders(made, one);
      assert.deepEqual(made.messenger.sent, []);
    });
  }

  for (const odd of [
    {},
    { part: '', person: '' },
    { part: '9-9', person: 'p00000' },
    { part: 3, person: ['x'] },
  ]) {
    it(`who is not on the request (${JSON.stringify(odd)}) is refused`, async () => {
      const made = await asked();
      const reply = await made.presses('manager-1', 'remindPerson', { ...pressed, ...odd });
      assert.match(wordsOf(reply), /not on this request/);
    });
  }

  it('gives them a card whose button reads and confirms, and every card becomes the receipt', async () => {
    const made = await delivered([member('p00000')]);
    made.messenger.script = () => ({ outcome: 'sent', activityId: 'the-reminder' });
    await runReminders(made, one);
    const campaign = await made.parties.campaigns.get('campaign-1');
    assert.ok(campaign);
    const card = reminderCard(made.parties.policy, [{ campaign, partId: '0-0' }]);
    assert.match(JSON.stringify(card.content), /A reminder.*Mona Sample.*Sunday 6 December 2026/);
    await made.presses('p00000', 'read', { ...dataOf(card, 'Read and confirm'), page: 3 });
    assert.match(wordsOf(await confirms(made, 'p00000')), /Thank you/);
    assert.deepEqual(
      made.messenger.updated.map((each) => each.split(' ')[1]),
      ['card-1', 'the-reminder'],
    );
  });

  it('leaves the reminder of a withdrawn request withdrawn too', async () => {
    const made = await asked(1);
    await runReminders(made, one);
    await made.presses('manager-1', 'cancel', pressed);
    await runDeliveries(made);
    assert.equal(made.messenger.updated.length, 2);
  });
});
