import assert from 'node:assert/strict';
import { sum } from '../../../src/features/acknowledgements/campaign/counts';
import { Claims } from '../../../src/features/acknowledgements/campaign/claims';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { membershipChanged } from '../../../src/features/acknowledgements/delivery/lookAgain';
import type { Parties } from '../../../src/features/acknowledgements/parties';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import {
  confirms,
  countsOf,
  create,
  delivered,
  dyingAt,
  job,
  ofVersion,
  onceCalled,
  rowsOf,
  runDeliveries,
  statesOf,
} from './requests';
import { member, members } from './surroundings';

const second = { campaign: 'second' };

/** A first request that everybody has, and a second one to the same people. */
async function askedTwice(people = 3): Promise<Feature> {
  const made = await delivered(members(0, people));
  await create(made, { id: 'second' });
  made.messenger.sent.length = 0;
  return made;
}

/** The same feature, in which something comes between claiming people and writing their rows. */
function claimsThen({ parties }: Feature, between: () => Promise<unknown>): Parties {
  const claims = new Claims(parties.storage, (version) => parties.versions.rootOf(version));
  const claim = claims.claim.bind(claims);
  claims.claim = async (...args) => {
    const standing = await claim(...args);
    await between();
    return standing;
  };
  return { ...parties, claims };
}

/** The same feature, which waits when it has listed the rows of this request for the first time. */
function listsThen({ parties }: Feature, id: string, listed: () => void, goOn: Promise<void>): Parties {
  const recipients = new Recipients(parties.storage);
  const list = recipients.list.bind(recipients);
  recipients.list = async function* (campaignId, partId) {
    yield* list(campaignId, partId);
    if (campaignId !== id) return;
    listed();
    await goOn;
  };
  return { ...parties, recipients };
}

async function oneCardEach(made: Feature, one: string, other: string, people: number): Promise<void> {
  assert.equal(made.messenger.sent.length, people);
  assert.equal(new Set(made.messenger.sent).size, people);
  const [ofOne, ofOther] = [await rowsOf(made, one), await rowsOf(made, other)];
  for (const chat of made.messenger.sent) {
    const person = chat.replace('chat-of-29:', '');
    const states = [ofOne.get(person)?.delivery, ofOther.get(person)?.delivery];
    assert.deepEqual(states.map(String).sort(), ['covered', 'delivered']);
  }
}

/** Somebody whom the first could not reach and is to try again, and whom the second counts there and looks at. */
async function failedByTheFirst(): Promise<Feature> {
  const made = await askedTwice(1);
  const { campaigns, recipients } = made.parties;
  await deliver(made.parties, job('second'));
  const refused = { delivery: 'blocked', activityId: undefined } as const;
  await recipients.change('campaign-1', '0-0', 'p00000', (row) => ({ ...row, ...refused }));
  await campaigns.change('campaign-1', (now) => ({ ...now, retryAskedAt: 'now' }));
  await campaigns.change('second', (now) => ({ ...now, lookAgain: 'now' }));
  return made;
}

async function acknowledgedIn(made: Feature, id: string): Promise<number> {
  for (const part of (await made.parties.campaigns.view(id))?.parts ?? [])
    await made.parties.campaigns.putPart(id, {
      ...part,
      counts: await made.parties.recipients.count(id, part.id),
    });
  return (await countsOf(made, id)).acknowledged;
}

describe('a second request for the same policy', () => {
  it('asks nobody again who has the first one open, and counts them as covered', async () => {
    const made = await askedTwice();
    made.directory.rosters.set('a', members(0, 4));
    await deliver(made.parties, job('second'));
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00003']);
    const counts = await countsOf(made, 'second');
    assert.deepEqual([counts.covered, counts.delivered, counts.acknowledged], [3, 1, 0]);
    const names = await made.presses('manager-1', 'names', second);
    assert.match(wordsOf(names), /Not confirmed yet: 4.*asked by another request for the same policy/i);
  });

  it('counts the confirmation of the first, whenever it comes', async () => {
    const made = await askedTwice();
    await confirms(made, 'p00000');
    await deliver(made.parties, job('second'));
    assert.equal(await acknowledgedIn(made, 'second'), 1);
    await confirms(made, 'p00001');
    assert.equal(await acknowledgedIn(made, 'second'), 2);
    const names = wordsOf(await made.presses('manager-1', 'names', { ...second, show: 'confirmed' }));
    assert.match(names, /Person p00000.*receipt number.*Person p00001/);
  });

  it('asks for itself when the first is cancelled, and leaves who confirmed as confirmed', async () => {
    const made = await askedTwice();
    await deliver(made.parties, job('second'));
    await confirms(made, 'p00000');
    await made.presses('manager-1', 'cancel', { campaign: 'campaign-1' });
    await runDeliveries(made);
    assert.deepEqual(made.messenger.sent.sort(), ['chat-of-29:p00001', 'chat-of-29:p00002']);
    const counts = await countsOf(made, 'second');
    assert.deepEqual([counts.covered, counts.delivered, counts.acknowledged], [1, 2, 1]);
    assert.equal((await made.parties.campaigns.get('second'))?.state, 'sent');
  });

  it('of three, when the first is cancelled, one alone asks and covers the third', async () => {
    const made = await askedTwice(2);
    await create(made, { id: 'third' });
    for (const id of ['second', 'third']) await deliver(made.parties, job(id));
    await made.presses('manager-1', 'cancel', { campaign: 'campaign-1' });
    await runDeliveries(made);
    for (const id of ['second', 'third']) assert.equal(await deliver(made.parties, job(id)), 'done');
    assert.equal(made.messenger.sent.length, 2);
    const [one, other] = [await countsOf(made, 'second'), await countsOf(made, 'third')];
    assert.deepEqual([one.delivered + other.delivered, one.covered + other.covered], [2, 2]);
    const asking = one.delivered > 0 ? 'second' : 'third';
    await confirms(made, 'p00000', asking);
    for (const id of ['second', 'third']) assert.equal(await acknowledgedIn(made, id), 1, id);
  });

  it('prepared at the same time, leaves each person with one card', async () => {
    const made = await askedTwice(0);
    made.directory.rosters.set('a', members(0, 60));
    await create(made, { id: 'third' });
    const both = ['second', 'third'];
    await Promise.all(both.map((id) => deliver(made.parties, job(id))));
    for (const id of both) assert.equal(await deliver(made.parties, job(id)), 'done');
    assert.equal(made.messenger.sent.length, 60);
    assert.equal(new Set(made.messenger.sent).size, 60);
    const counts = sum([await countsOf(made, 'second'), await countsOf(made, 'third')]);
    assert.deepEqual([counts.delivered, counts.covered], [60, 60]);
  });

  it('reading how the first one stands while that writes its last rows, leaves each with one card', async () => {
    const made = await askedTwice(0);
    made.directory.rosters.set('a', members(0, 3));
    await create(made, { id: 'first' });
    const reads = onceCalled();
    const written = onceCalled();
    const deliveries: Promise<unknown>[] = [];
    const first = claimsThen(made, async () => {
      deliveries.push(deliver(listsThen(made, 'first', reads.call, written.called), job('second')));
      await reads.called;
    });
    await deliver(first, job('first'));
    written.call();
    await Promise.all(deliveries);
    await deliver(made.parties, job('second'));
    await oneCardEach(made, 'first', 'second', 3);
  });

  it('looking at who joined at the same time as the first, leaves each with one card', async () => {
    const made = await askedTwice(1);
    await deliver(made.parties, job('second'));
    made.directory.rosters.set('a', members(0, 4));
    await membershipChanged(made.parties, 'a');
    await deliver(
      claimsThen(made, () => deliver(made.parties, job('second'))),
      job(),
    );
    await deliver(made.parties, job('second'));
    await oneCardEach(made, 'campaign-1', 'second', 3);
  });

  it('asks those itself whom the first claimed and, dead before it wrote their rows, no longer reaches', async () => {
    const made = await askedTwice(1);
    await deliver(made.parties, job('second'));
    made.directory.rosters.set('a', members(0, 2));
    await membershipChanged(made.parties, 'a');
    await assert.rejects(deliver(dyingAt(made, 1), job()));
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, joinersIncluded: false }));
    await deliver(made.parties, job('second'));
    assert.deepEqual(made.messenger.sent, []);
    await deliver(made.parties, job());
    await deliver(made.parties, job('second'));
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
  });

  it('takes over while the first one tries again, and leaves each with one card', async () => {
    const made = await failedByTheFirst();
    await deliver(
      claimsThen(made, () => deliver(made.parties, job('second'))),
      job(),
    );
    await deliver(made.parties, job('second'));
    await oneCardEach(made, 'campaign-1', 'second', 1);
  });

  it('leaves people to the first one, when that has tried again while they were taken over', async () => {
    const made = await failedByTheFirst();
    const takes = onceCalled();
    const tried = onceCalled();
    const claims = new Claims(made.parties.storage);
    const takeOver = claims.takeOver.bind(claims);
    claims.takeOver = async (...args) => {
      const standing = await takeOver(...args);
      takes.call();
      await tried.called;
      return standing;
    };
    const deliveries: Promise<unknown>[] = [];
    const first = claimsThen(made, async () => {
      deliveries.push(deliver({ ...made.parties, claims }, job('second')));
      await takes.called;
    });
    await deliver(first, job());
    tried.call();
    await Promise.all(deliveries);
    await deliver(made.parties, job('second'));
    await oneCardEach(made, 'campaign-1', 'second', 1);
    assert.deepEqual(await statesOf(made), { p00000: 'delivered' });
    const version = { policyId: 'sample', ...ofVersion };
    const third = { campaignId: 'third', partId: '0-0' };
    const standing = await made.parties.claims.claim(version, third, ['p00000']);
    assert.equal(standing.get('p00000')?.campaignId, 'campaign-1');
  });

  it('dead while it takes over from one that then tries again, leaves each with one card', async () => {
    for (const diesAt of [1, 2]) {
      const made = await failedByTheFirst();
      await assert.rejects(deliver(dyingAt(made, diesAt), job('second')));
      for (const id of ['campaign-1', 'second', 'campaign-1', 'second']) await deliver(made.parties, job(id));
      await oneCardEach(made, 'campaign-1', 'second', 1);
    }
  });

  it('asks who could not be reached by the first, which then covers them when it is tried again', async () => {
    const made = await delivered([member('p00000')]);
    await made.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) => ({
      ...row,
      delivery: 'blocked',
    }));
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    assert.deepEqual(await statesOf(made, 'second'), { p00000: 'delivered' });
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, retryAskedAt: 'now' }));
    await deliver(made.parties, job());
    assert.deepEqual(await statesOf(made), { p00000: 'covered' });
    assert.equal(made.messenger.sent.length, 2);
  });

  it('asks for itself when the first could not deliver after all', async () => {
    const made = await delivered([]);
    made.directory.rosters.set('a', members(0, 1));
    await create(made, { id: 'first' });
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    const waits = await deliver(made.parties, job('first'));
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    assert.deepEqual(await statesOf(made, 'second'), { p00000: 'covered' });
    made.messenger.script = () => ({ outcome: 'rejected', code: '400' });
    assert.ok(waits !== 'done');
    made.time.now = waits.againAt;
    await deliver(made.parties, job('first'));
    made.messenger.script = () => undefined;
    await runDeliveries(made);
    assert.deepEqual(await statesOf(made, 'second'), { p00000: 'delivered' });
  });

  it('counts who confirmed of their own accord, and asks them nothing', async () => {
    const made = await delivered([]);
    const gone = await made.presses('p00000', 'read', { campaign: 'unknown', part: 'x', page: 3 });
    await made.presses('p00000', 'confirm', { ...dataOf(cardOf(gone), 'I confirm'), ...ofVersion });
    made.directory.rosters.set('a', members(0, 1));
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    assert.deepEqual(made.messenger.sent, []);
    assert.equal(await acknowledgedIn(made, 'second'), 1);
  });

  it('for another version of the policy asks everybody', async () => {
    const made = await delivered(members(0, 2));
    await create(made, { id: 'second', versionNumber: 3, versionHash: 'cd'.repeat(32) });
    await deliver(made.parties, job('second'));
    assert.equal((await countsOf(made, 'second')).delivered, 2);
  });

  it('cancelled itself, leaves the first alone', async () => {
    const made = await askedTwice(2);
    await deliver(made.parties, job('second'));
    await made.presses('manager-1', 'cancel', second);
    await runDeliveries(made);
    assert.deepEqual(made.messenger.updated, []);
    assert.deepEqual([(await countsOf(made)).delivered, (await countsOf(made, 'second')).cancelled], [2, 2]);
  });

  it('dead anywhere on the way, ends with the same people covered and knows of their confirmations', async () => {
    for (const diesAt of [1, 2]) {
      const made = await askedTwice(5);
      await assert.rejects(deliver(dyingAt(made, diesAt), job('second')));
      assert.equal(await deliver(made.parties, job('second')), 'done');
      assert.deepEqual(made.messenger.sent, []);
      await confirms(made, 'p00002');
      assert.equal(await acknowledgedIn(made, 'second'), 1);
    }
  });

  it('dead while it takes over from a cancelled one, ends with everybody asked once', async () => {
    for (const diesAt of [1, 2, 3, 4]) {
      const made = await askedTwice(3);
      await deliver(made.parties, job('second'));
      await made.presses('manager-1', 'cancel', { campaign: 'campaign-1' });
      await deliver(made.parties, job());
      await assert.rejects(deliver(dyingAt(made, diesAt), job('second')));
      assert.equal(await deliver(made.parties, job('second')), 'done');
      assert.equal((await countsOf(made, 'second')).delivered, 3);
      assert.equal(new Set(made.messenger.sent).size, 3);
    }
  });
});

describe('the claims on people', () => {
  it('stand for whoever came first, and follow their own request to another part', async () => {
    const { parties } = await feature();
    const version = { policyId: 'sample', ...ofVersion };
    const people = Array.from({ length: 500 }, (_, at) => `p${at}`);
    const mine = { campaignId: 'x', partId: '0-0' };
    assert.equal((await parties.claims.claim(version, mine, people)).size, 500);
    const other = { campaignId: 'y', partId: '0-0' };
    const standing = await parties.claims.claim(version, other, [...people, 'new']);
    assert.deepEqual([standing.get('p7'), standing.get('new')], [mine, other]);
    const moved = await parties.claims.claim(version, { ...mine, partId: '0-1' }, ['p7']);
    assert.equal(moved.get('p7')?.partId, '0-1');
  });

  it('are not taken over from a part that a person is no longer in, and are from the one that they are in', async () => {
    const { claims } = (await feature()).parties;
    const version = { policyId: 'sample', ...ofVersion };
    const [before, now] = ['0-0', '0-1'].map((partId) => ({ campaignId: 'x', partId }));
    assert.ok(before && now);
    const other = { campaignId: 'y', partId: '0-0' };
    await claims.claim(version, before, ['p7']);
    await claims.claim(version, now, ['p7']);
    assert.deepEqual(await claims.takeOver(version, 'p7', before, other), now);
    assert.deepEqual(await claims.takeOver(version, 'p7', now, other), other);
  });
});
