import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { membershipChanged } from '../../../src/features/acknowledgements/delivery/lookAgain';
import { memberLeft } from '../../support/memberLeft';
import { startProduct } from '../../support/product';
import { seen, textOf, typed } from './frontDoor';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import {
  confirms,
  countsOf,
  dyingAt,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  runReminders,
  statesOf,
  written,
} from './requests';
import { member, members } from './surroundings';

const [ANN, BEN] = ['p00000', 'p00001'];

/** A request by a list to the first two of three people of the team `a`, which it does not ask; `b` is another team. */
async function listed(changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await written(members(0, 3), { teams: [], listId: 'list-1', ...changes });
  made.directory.rosters.set('b', []);
  const people = members(0, 2).map(({ personId, teamsId, name }) => ({ personId, teamsId, name }));
  await made.parties.lists.put(
    'list-1',
    people.map((each) => ({ ...each, serviceUrl: 'http://teams.example/' })),
  );
  await deliver(made.parties, job());
  made.messenger.sent.length = 0;
  made.scheduled.length = 0;
  return made;
}

async function becomes(made: Feature, team: string, roster: ReturnType<typeof members>): Promise<void> {
  made.directory.rosters.set(team, roster);
  await membershipChanged(made.parties, team);
  await runDeliveries(made);
}

describe('somebody who is asked by a list alone', () => {
  it('and leaves every team without confirming is recorded as left, and is not reminded', async () => {
    const made = await listed();
    await confirms(made, ANN);
    await becomes(made, 'a', members(2, 1));
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'left' });
    const counts = await countsOf(made);
    assert.deepEqual([counts.acknowledged, counts.left], [1, 1]);
    const names = wordsOf(await made.presses('manager-1', 'names', { ...pressed, show: 'unreachable' }));
    assert.match(names, /Person p00001.*without confirming \(seen on 22 November 2026 at 10:00\)/);
    await made.presses('manager-1', 'remindPerson', { ...pressed, part: '0-0', person: BEN });
    assert.ok(!made.scheduled.some((work) => work.includes('reminding')));
  });

  it('and is still in another team has not left; once they leave that one too, they have', async () => {
    const made = await listed();
    made.directory.rosters.set('b', members(1, 1));
    await becomes(made, 'a', members(0, 1));
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'delivered' });
    await becomes(made, 'b', []);
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'left' });
  });

  it('and is only a guest in another team has left', async () => {
    const made = await listed();
    made.directory.rosters.set('b', [member(BEN, { guest: true })]);
    await becomes(made, 'a', members(0, 1));
    assert.equal((await statesOf(made))[BEN], 'left');
  });

  it('and comes back to any team, has the request again with the card they had', async () => {
    const made = await listed();
    await becomes(made, 'a', members(0, 1));
    await becomes(made, 'b', members(1, 1));
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'delivered' });
    assert.deepEqual(made.messenger.sent, []);
  });

  it('has not left a team that the bot was taken out of', async () => {
    const made = await listed();
    made.directory.takenOut.add('a');
    await becomes(made, 'b', []);
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'delivered' });
  });

  it('and confirms after leaving, has confirmed', async () => {
    const made = await listed();
    await becomes(made, 'a', []);
    await confirms(made, BEN);
    await becomes(made, 'a', []);
    assert.deepEqual(await statesOf(made), { [ANN]: 'left', [BEN]: 'delivered' });
  });

  it('whom Teams says to be gone when they are reminded is recorded so, and stays so', async () => {
    const made = await listed();
    made.messenger.script = () => ({ outcome: 'personGone', code: 'MemberNotFoundInConversation' });
    await made.presses('manager-1', 'remindPerson', { ...pressed, part: '0-0', person: BEN });
    await runReminders(made, { partId: '0-0', personId: BEN });
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'left' });
    await becomes(made, 'a', members(0, 3));
    assert.equal((await statesOf(made))[BEN], 'left');
  });

  it('is recorded in the end, wherever the process dies', async () => {
    const made = await listed();
    made.directory.rosters.set('a', []);
    await membershipChanged(made.parties, 'a');
    await assert.rejects(deliver(dyingAt(made, 1), job()));
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'delivered' });
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.deepEqual(await statesOf(made), { [ANN]: 'left', [BEN]: 'left' });
  });

  it('by a request long over is no work for it', async () => {
    const made = await listed();
    made.time.now = new Date('2027-06-01T10:00:00Z');
    for (let told = 0; told < 2; told++) await becomes(made, 'a', []);
    assert.deepEqual(await statesOf(made), { [ANN]: 'delivered', [BEN]: 'delivered' });
  });
});

describe('somebody who is on a list and in an asked team', () => {
  it('is one person, and has not left with that team while they are in another', async () => {
    const made = await listed({ teams: [{ id: 'a', name: 'Team a' }] });
    assert.equal((await rowsOf(made)).size, 3);
    made.directory.rosters.set('b', members(1, 2));
    await becomes(made, 'a', members(0, 1));
    assert.deepEqual(await statesOf(made), { p00000: 'delivered', p00001: 'delivered', p00002: 'left' });
    await becomes(made, 'b', []);
    assert.equal((await statesOf(made))[BEN], 'left');
  });
});

describe('somebody of a list who leaves, through the front door', () => {
  it('is counted as left on the manager’s card', async () => {
    const product = await startProduct();
    try {
      const manager = product.teams.person('manager');
      await manager.says('remind');
      const form = await manager.lastCardMessage();
      const list = await manager.presses(form, { verb: 'acknowledgements.openList' });
      const addresses = 'nurse@example.org, office@example.org';
      await manager.submitsDialog(list, 'Check the list', { addresses, paper: '' });
      await manager.presses(form, 'Preview', await typed(product, { teams: '' }));
      await manager.presses(form, 'Send');
      await product.advance(5_000);
      const left = memberLeft(product.teams, 'office', 'care/general');
      assert.equal((await product.teams.sendRaw(left)).status, 200);
      await product.advance(5_000);
      await product.advance(5_000);
      await product.teams.settled();
      const card = textOf(await seen(product, 'manager', form));
      assert.match(card, /0 of 2.*Left, or are no longer in Teams","value":"1"/);
    } finally {
      await product.stop();
    }
  });
});
