import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { membershipChanged } from '../../../src/features/acknowledgements/delivery/lookAgain';
import { wordsOf } from './handlers';
import type { Feature } from './handlers';
import {
  confirms,
  countsOf,
  create,
  delivered,
  dyingAt,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  statesOf,
} from './requests';
import { member, members } from './surroundings';

async function asked(people: number, changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await delivered(members(0, people), changes);
  made.messenger.sent.length = 0;
  made.scheduled.length = 0;
  return made;
}

async function becomes(made: Feature, roster: ReturnType<typeof members>, team = 'a'): Promise<void> {
  made.directory.rosters.set(team, roster);
  await membershipChanged(made.parties, team);
  await runDeliveries(made);
}

describe('somebody who joins the team of an open request', () => {
  it('gets it too, and nobody else is asked again', async () => {
    const made = await asked(3);
    await confirms(made, 'p00000');
    await becomes(made, members(0, 4));
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00003']);
    const counts = await countsOf(made);
    assert.deepEqual([counts.delivered, counts.acknowledged], [4, 1]);
    assert.equal((await made.parties.campaigns.get('campaign-1'))?.state, 'sent');
    assert.equal((await made.parties.campaigns.view('campaign-1'))?.parts.length, 1);
  });

  it('told twice, or read with the whole roster, gets it once', async () => {
    const made = await asked(1);
    for (let told = 0; told < 3; told++) await becomes(made, members(0, 2));
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
  });

  for (const [what, changes] of [
    ['where the manager chose so', { joinersIncluded: false }],
    ['after the day to confirm by', { due: '2026-11-21' }],
    ['of an older version of the policy', { versionNumber: 1 }],
    ['that was withdrawn', { state: 'cancelled' }],
  ] as const) {
    it(`is not asked by a request ${what}`, async () => {
      const made = await asked(1);
      await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, ...changes }));
      await becomes(made, members(0, 2));
      assert.deepEqual(made.messenger.sent, []);
      assert.equal((await rowsOf(made)).size, 1);
    });
  }

  it('as a guest, or as the sender who left themselves out, is not asked', async () => {
    const made = await asked(1, { senderIncluded: false });
    await becomes(made, [...members(0, 1), member('guest', { guest: true }), member('manager-1')]);
    assert.deepEqual(made.messenger.sent, []);
  });

  it('of two of its teams is one person', async () => {
    const made = await asked(2, { teams: ['a', 'b'].map((id) => ({ id, name: id })) });
    await becomes(made, members(1, 2), 'b');
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00002']);
    assert.equal((await rowsOf(made)).size, 3);
  });

  it('while it is paused, is asked when it is resumed', async () => {
    const made = await asked(1);
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, state: 'sending', paused: true }));
    await becomes(made, members(0, 2));
    assert.deepEqual(made.messenger.sent, []);
    await made.presses('manager-1', 'resume', pressed);
    await runDeliveries(made);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
  });

  it('is asked in the end, wherever the process dies', async () => {
    for (const diesAt of [1, 2]) {
      const made = await asked(2);
      made.directory.rosters.set('a', members(0, 4));
      await membershipChanged(made.parties, 'a');
      await assert.rejects(deliver(dyingAt(made, diesAt), job()));
      assert.equal(await deliver(made.parties, job()), 'done');
      assert.equal((await countsOf(made)).delivered, 4);
      assert.equal(new Set(made.messenger.sent).size, 2);
    }
  });

  it('is no work for a request long over, which is forgotten', async () => {
    const made = await asked(1);
    made.time.now = new Date('2027-06-01T10:00:00Z');
    await membershipChanged(made.parties, 'a');
    assert.deepEqual(made.scheduled, []);
    assert.deepEqual(await made.parties.teamRequests.of('a'), []);
  });
});

describe('somebody who leaves the team of a request', () => {
  it('without confirming is recorded as left, and is not reminded', async () => {
    const made = await asked(3);
    await confirms(made, 'p00000');
    await becomes(made, members(2, 1));
    assert.deepEqual(await statesOf(made), { p00000: 'delivered', p00001: 'left', p00002: 'delivered' });
    const names = wordsOf(await made.presses('manager-1', 'names', { ...pressed, show: 'unreachable' }));
    assert.match(
      names,
      /Person p00001.*Left the team without confirming \(seen on 22 November 2026 at 10:00\)/,
    );
    await made.presses('manager-1', 'remindPerson', { ...pressed, part: '0-0', person: 'p00001' });
    assert.ok(!made.scheduled.some((work) => work.includes('reminding')));
  });

  it('and is still in another team of it, has not left', async () => {
    const made = await asked(2, { teams: ['a', 'b'].map((id) => ({ id, name: id })) });
    made.directory.rosters.set('b', members(1, 1));
    await becomes(made, members(0, 1));
    assert.deepEqual(await statesOf(made), { p00000: 'delivered', p00001: 'delivered' });
  });

  it('and comes back, has the request again with the card they had', async () => {
    const made = await asked(2);
    await becomes(made, members(0, 1));
    await becomes(made, members(0, 2));
    assert.deepEqual(await statesOf(made), { p00000: 'delivered', p00001: 'delivered' });
    assert.deepEqual(made.messenger.sent, []);
  });

  it('before they were sent it and comes back, is sent it', async () => {
    const made = await asked(2);
    await made.parties.recipients.change('campaign-1', '0-0', 'p00001', (row) => ({
      ...row,
      delivery: 'blocked',
      activityId: undefined,
    }));
    await becomes(made, members(0, 1));
    assert.equal((await statesOf(made))['p00001'], 'left');
    await becomes(made, members(0, 2));
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
  });

  it('and confirms all the same, has confirmed', async () => {
    const made = await asked(1);
    await becomes(made, []);
    await confirms(made, 'p00000');
    await becomes(made, []);
    assert.deepEqual(await statesOf(made), { p00000: 'delivered' });
  });

  it('whom Teams no longer knows is not tried again because the roster still has them', async () => {
    const made = await asked(1);
    await made.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) => ({
      ...row,
      delivery: 'left',
    }));
    await becomes(made, members(0, 1));
    assert.deepEqual([made.messenger.sent, await statesOf(made)], [[], { p00000: 'left' }]);
  });

  it('is not said of the people of a team that the bot was taken out of', async () => {
    const made = await asked(2);
    made.directory.takenOut.add('a');
    await becomes(made, []);
    assert.deepEqual(await statesOf(made), { p00000: 'delivered', p00001: 'delivered' });
  });

  it('is asked by no second request that counted the first one’s card, while that card is there', async () => {
    const made = await asked(1);
    made.directory.rosters.set('b', members(0, 1));
    await create(made, { id: 'second', teams: [{ id: 'b', name: 'b' }] });
    await deliver(made.parties, job('second'));
    await becomes(made, []);
    await membershipChanged(made.parties, 'b');
    await runDeliveries(made);
    assert.deepEqual(made.messenger.sent, []);
    await confirms(made, 'p00000');
    assert.ok((await rowsOf(made, 'second')).get('p00000')?.acknowledgedAt);
  });
});
