import assert from 'node:assert/strict';
import { sendDigest } from '../../../src/features/acknowledgements/after/digest';
import { tellOverdue } from '../../../src/features/acknowledgements/after/overdue';
import { goAway } from '../../../src/features/acknowledgements/away/awaySoon';
import { bringAwayInLine } from '../../../src/features/acknowledgements/away/bringAwayInLine';
import { lookAtRequests } from '../../../src/features/acknowledgements/remind/looking';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, sendRequest, textOf, wordsOf } from './frontDoor';
import type { Feature } from './handlers';
import { delivered, job } from './requests';
import { members } from './surroundings';

/** Today is Wednesday 18 November 2026; the request is due on Wednesday 2 December. */
describe('after the due date, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const until = async (iso: string): Promise<void> => {
    await product().advance(Date.parse(iso) - product().clock.now().getTime());
    await product().advance(6_000);
    await product().teams.settled();
  };
  const cards = async (words: RegExp): Promise<string[]> =>
    (await product().teams.person('manager').chat())
      .map((message) => textOf(message) ?? '')
      .filter((text) => words.test(text));

  it('the manager gets once, in the morning, the names of who has not confirmed, and the list', async () => {
    await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await product().teams.person('driver').says('away until 20 December');
    await product().idle();
    await until('2026-12-03T08:00:00Z');
    assert.deepEqual(await cards(/Not confirmed in time/), []);
    await until('2026-12-03T09:00:00Z');
    await until('2026-12-03T10:00:00Z');
    await until('2026-12-04T09:00:00Z');
    const [card, ...more] = await cards(/Not confirmed in time/);
    assert.deepEqual(more, []);
    assert.match(card ?? '', /3 people have not confirmed by Wednesday 2 December 2026/);
    assert.match(card ?? '', /Nella Nightlight.*Oswin Inkpot.*Petra Poultice/);
    assert.doesNotMatch(card ?? '', /Crispin|Wilf/);
    const manager = product().teams.person('manager');
    const names = await manager.presses(await manager.lastCardMessage(), 'See names');
    assert.match(wordsOf(names), /Petra Poultice/);
  });

  it('the manager gets a digest each Monday at nine, merged, and none where all is said', async () => {
    await sendRequest(product(), { title: 'The first request' });
    await until('2026-11-23T08:00:00Z');
    assert.deepEqual(await cards(/Your requests this week/), []);
    await until('2026-11-23T09:00:00Z');
    await until('2026-11-23T11:00:00Z');
    const [first, ...more] = await cards(/Your requests this week/);
    assert.deepEqual(more, []);
    assert.match(first ?? '', /The first request.*Confirmed: 0\. Still to confirm: 5\. Overdue: 0\./);
    for (const key of ['cook', 'driver', 'nurse', 'office']) await readAndConfirm(product(), key);
    await until('2026-11-23T11:01:00Z');
    await until('2026-12-07T12:00:00Z');
    const [, second] = await cards(/Your requests this week/);
    assert.match(second ?? '', /Confirmed: 4\. Still to confirm: 1\. Overdue: 1\. Away: 0\./);
    await readAndConfirm(product(), 'night-carer');
    await until('2026-12-07T12:01:00Z');
    await until('2026-12-14T09:00:00Z');
    assert.equal((await cards(/Your requests this week/)).length, 2);
  });
});

describe('what a manager is told of their requests', () => {
  const made = async (people = 12): Promise<Feature> => {
    const feature = await delivered(members(0, people), { due: '2026-12-06' });
    feature.messenger.sent.length = 0;
    feature.directory.people.set('manager-1', {
      id: 'manager-1',
      teamsId: '29:manager-1',
      name: 'Mona Sample',
      serviceUrl: 'http://teams.example/',
      chat: 'none',
    });
    return feature;
  };
  const overdue = (feature: Feature) =>
    tellOverdue(
      { ...feature.parties, roles: feature.roles },
      { ...job('campaign-1'), payload: { managerId: 'manager-1' } },
    );
  const digest = (feature: Feature) =>
    sendDigest({ ...feature.parties, roles: feature.roles }, job('manager-1'));
  const at = (feature: Feature, iso: string): void => void (feature.time.now = new Date(iso));

  it('is put down once the date has passed, in the morning, and not again when it was told', async () => {
    const feature = await made(1);
    for (const [iso, times] of [
      ['2026-12-06T12:00:00Z', 0],
      ['2026-12-07T08:59:00Z', 0],
      ['2026-12-07T09:00:00Z', 1],
    ] as const) {
      at(feature, iso);
      feature.scheduled.length = 0;
      await lookAtRequests(feature.parties, job('hourly'));
      assert.equal(
        feature.scheduled.filter((work) => work.startsWith('acknowledgements.overdue')).length,
        times,
      );
    }
    assert.equal(await overdue(feature), 'done');
    assert.equal(await overdue(feature), 'done');
    assert.deepEqual(feature.messenger.sent, ['chat-of-29:manager-1']);
  });

  it('comes again for a date that was moved while the list was on its way', async () => {
    const feature = await made(1);
    at(feature, '2026-12-07T09:00:00Z');
    feature.messenger.script = async () => {
      const { campaigns, reminders } = feature.parties;
      const campaign =
        (await campaigns.change('campaign-1', (now) => ({ ...now, due: '2026-12-08' }))) ?? assert.fail();
      await reminders.open.reopen(campaign);
      return undefined;
    };
    assert.equal(await overdue(feature), 'done');
    assert.equal(await overdue(feature), 'done');
    at(feature, '2026-12-09T09:00:00Z');
    await lookAtRequests(feature.parties, job('hourly'));
    assert.ok(feature.scheduled.some((work) => work.startsWith('acknowledgements.overdue')));
    assert.equal(await overdue(feature), 'done');
    assert.equal(feature.messenger.sent.length, 2);
  });

  it('waits until Teams takes it, and is not for somebody who is no manager any more', async () => {
    const feature = await made();
    at(feature, '2026-12-07T09:00:00Z');
    feature.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    assert.notEqual(await overdue(feature), 'done');
    assert.notEqual(await digest(feature), 'done');
    feature.messenger.script = () => undefined;
    feature.roles.held.set('manager-1', []);
    assert.equal(await overdue(feature), 'done');
    assert.equal(await digest(feature), 'done');
    assert.deepEqual(feature.messenger.sent, []);
  });

  it('leaves out who is away, and who was and has a date of their own', async () => {
    const feature = await made(2);
    await goAway(feature.parties, 'p00000', '2026-12-05');
    await bringAwayInLine(feature.parties, job('p00000'));
    at(feature, '2026-12-05T10:00:00Z');
    await bringAwayInLine(feature.parties, job('p00000'));
    await goAway(feature.parties, 'p00001', '2026-12-20');
    await bringAwayInLine(feature.parties, job('p00001'));
    at(feature, '2026-12-07T09:00:00Z');
    assert.equal(await overdue(feature), 'done');
    assert.deepEqual(feature.messenger.sent, []);
  });

  it('is nothing where there is no open request, or it was withdrawn', async () => {
    const feature = await made(1);
    await feature.parties.campaigns.change('campaign-1', (now) => ({ ...now, state: 'cancelled' }));
    at(feature, '2026-12-07T09:00:00Z');
    assert.equal(await overdue(feature), 'done');
    assert.equal(await digest(feature), 'done');
    assert.equal(await sendDigest({ ...feature.parties, roles: feature.roles }, job('manager-2')), 'done');
    assert.deepEqual(feature.messenger.sent, []);
  });
});
