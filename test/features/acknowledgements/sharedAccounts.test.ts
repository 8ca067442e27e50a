import assert from 'node:assert/strict';
import type { CardReply } from '../../../src/bot/cardReply';
import { sharedInWords } from '../../../src/features/acknowledgements/shared/sharedInWords';
import { lookAtShared } from '../../../src/features/acknowledgements/shared/sharing';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import {
  confirms,
  countsOf,
  create,
  delivered,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  statesOf,
} from './requests';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { member, members } from './surroundings';

const TABLET = member('tablet', { name: 'Kitchen Tablet', email: 'Kitchen@example.org' });

async function withAdmin(): Promise<Feature> {
  const made = await delivered([TABLET, ...members(0, 2)]);
  made.roles.held.set('admin', ['administrator']);
  return made;
}
/** The list is remembered for some seconds by whoever did not change it. */
async function changing(made: Feature, press: Promise<CardReply>): Promise<CardReply> {
  const reply = await press;
  made.time.now = new Date(made.time.now.getTime() + 6_000);
  return reply;
}
const share = (made: Feature, who = 'admin', person = 'tablet', team = 'a'): Promise<CardReply> =>
  changing(made, made.presses(who, 'share', { team, person }));

describe('accounts that several people use', () => {
  it('are found by e-mail address or whole name, and chosen by the administrator', async () => {
    const made = await withAdmin();
    for (const words of ['shared account kitchen@example.org', 'Shared account: Kitchen  tablet.']) {
      const { cards } = await made.says('admin', words);
      assert.match(
        JSON.stringify(cards[0]?.content),
        /Kitchen Tablet.*Kitchen@example\.org, Team a.*This is a shared account/,
      );
    }
    assert.match(
      JSON.stringify((await made.says('admin', 'shared account kitchen')).cards),
      /Nobody in the teams/,
    );
    assert.match(JSON.stringify((await made.says('admin', 'shared accounts')).cards), /None yet/);
    assert.match(
      wordsOf(await share(made)),
      /Kitchen Tablet is a shared account now.*Listed by Name of admin/,
    );
  });

  it('are for administrators alone, at every press', async () => {
    const made = await withAdmin();
    assert.match((await made.says('manager-1', 'shared accounts')).texts[0] ?? '', /Only an administrator/);
    for (const who of ['manager-1', 'tablet']) {
      assert.match(wordsOf(await share(made, who)), /Only an administrator/);
      assert.match(
        wordsOf(await made.presses(who, 'unshare', { person: 'tablet' })),
        /Only an administrator/,
      );
    }
    assert.equal(await made.parties.sharedAccounts.has('tablet'), false);
  });

  it('leave a question that begins with the same words to whoever answers it', async () => {
    const made = await withAdmin();
    for (const [who, words] of [
      ['p00000', 'shared account of the house on a site, is it allowed'],
      ['admin', 'Shared account kitchen@example.org?'],
    ] as const) {
      const { cards, texts } = await made.says(who, words);
      assert.deepEqual([cards, texts], [[], []]);
    }
  });

  it('are not listed when nobody of that team is meant', async () => {
    const made = await withAdmin();
    for (const [person, team] of [
      ['nobody', 'a'],
      ['tablet', 'b'],
      ['', ''],
    ])
      assert.match(wordsOf(await share(made, 'admin', person, team)), /cannot find this account/);
  });

  it('get no request, and the manager sees who they are', async () => {
    const made = await withAdmin();
    await share(made);
    await create(made, { id: 'campaign-2' });
    await deliver(made.parties, job('campaign-2'));
    assert.ok(!(await rowsOf(made, 'campaign-2')).has('tablet'));
    const status = await made.presses('manager-1', 'refresh', { campaign: 'campaign-2' });
    assert.match(
      wordsOf(status),
      /0 of 2.*Not asked: Kitchen Tablet \(a shared account: ask its people on paper\)/,
    );
  });

  it('cannot confirm, are told why kindly, and can still read and be helped', async () => {
    const made = await withAdmin();
    await share(made);
    for (const [campaign, part] of [
      ['campaign-1', '0-0'],
      ['', ''],
    ]) {
      const reply = wordsOf(await confirms(made, 'tablet', campaign, part));
      assert.match(reply, /Several people use this account.*ask your manager for the paper/);
      assert.doesNotMatch(reply, /"I confirm"/);
    }
    assert.deepEqual(await made.evidence.allOf('tablet'), []);
    const last = await made.presses('tablet', 'read', { ...pressed, part: '0-0', page: 3 });
    assert.match(wordsOf(last), /The last clause/);
    assert.doesNotMatch(wordsOf(last), /"I confirm"/);
    assert.match(wordsOf(await confirms(made, 'p00000')), /Thank you/);
  });

  it('that had the request are withdrawn from, and asked anew when they are shared no more', async () => {
    const made = await withAdmin();
    await share(made);
    await lookAtShared(made.parties);
    await runDeliveries(made);
    assert.equal((await statesOf(made))['tablet'], 'cancelled');
    assert.deepEqual(made.messenger.updated, ['chat-of-29:tablet card-3']);
    assert.equal((await countsOf(made)).cancelled, 1);
    await lookAtShared(made.parties);
    await runDeliveries(made);
    assert.equal(made.messenger.updated.length, 1);
    await changing(made, made.presses('admin', 'unshare', { person: 'tablet' }));
    await lookAtShared(made.parties);
    await runDeliveries(made);
    const row = (await rowsOf(made)).get('tablet');
    assert.deepEqual([row?.delivery, row?.activityId, row?.recalledAt], ['delivered', 'card-4', undefined]);
    assert.match(wordsOf(await confirms(made, 'tablet')), /Thank you/);
  });

  it('keep what they confirmed before', async () => {
    const made = await withAdmin();
    await confirms(made, 'tablet');
    await share(made);
    await lookAtShared(made.parties);
    await runDeliveries(made);
    assert.equal((await statesOf(made))['tablet'], 'delivered');
  });

  it('are named up to a number', () => {
    assert.equal(sharedInWords([]), '');
    const many = Array.from({ length: 12 }, (_, at) => `Tablet ${String(at).padStart(2, '0')}`);
    assert.match(
      sharedInWords(many),
      /Tablet 09 and 2 more \(shared accounts: ask their people on paper\)\.$/,
    );
  });
});
