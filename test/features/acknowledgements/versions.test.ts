import assert from 'node:assert/strict';
import { z } from 'zod';
import type { CardReply } from '../../../src/bot/cardReply';
import { draftSchema } from '../../../src/features/acknowledgements/compose/draft';
import { correctCards } from '../../../src/features/acknowledgements/delivery/correct';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import type { PolicyToConfirm } from '../../../src/features/acknowledgements/policyToConfirm';
import { versionOf } from '../../../src/features/acknowledgements/policyToConfirm';
import { versionKey } from '../../../src/features/acknowledgements/versions/policyVersions';
import {
  askAboutVersion,
  askAboutVersionSoon,
} from '../../../src/features/acknowledgements/versions/versionTold';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { confirms, create, delivered, job, rowsOf, statesOf } from './requests';
import { samplePolicy } from './samples';
import { members } from './surroundings';

/** The sample policy with its second clause changed, and a new one. */
function version(number: number, sign: string): PolicyToConfirm {
  return {
    ...samplePolicy,
    version: { number, hash: sign.repeat(64), approved: '20 November 2026' },
    clauses: [
      ...samplePolicy.clauses.map((clause) =>
        clause.id === 'P2' ? { ...clause, text: `The second clause in version ${number}.` } : clause,
      ),
      { id: `N${number}`, heading: 'Quite new', text: 'A new clause.' },
    ],
  };
}
const NEXT = version(3, 'c');
const to = versionKey(versionOf(NEXT));
const confirmNext = { campaign: 'campaign-1', part: '0-0', versionNumber: 3, versionHash: NEXT.version.hash };

/** Two people have the request of the former version, one confirmed; then the product starts with another one. */
async function started(policy = NEXT, before?: Feature): Promise<Feature> {
  const first = before ?? (await delivered(members(0, 2)));
  if (!before) await confirms(first, 'p00000');
  const made = await feature({ storage: first.parties.storage, policy });
  made.directory.rosters.set('a', members(0, 2));
  made.directory.people.set('admin', {
    id: 'admin',
    teamsId: '29:admin',
    name: 'Ada',
    serviceUrl: 'http://teams.example/',
    conversationId: 'chat-of-admin',
    chat: 'open',
  });
  made.roles.held.set('admin', ['administrator']).set('second', ['administrator']);
  made.time.now = new Date(first.time.now.getTime() + 60_000);
  return made;
}
async function decided(made: Feature, action: 'material' | 'minor', who = 'admin'): Promise<CardReply> {
  const reply = await made.presses(who, action, { to });
  made.time.now = new Date(made.time.now.getTime() + 6_000);
  return reply;
}

describe('a new version of the policy', () => {
  it('is asked about at the first start with it: each administrator once, with the clauses side by side', async () => {
    const made = await started();
    await askAboutVersionSoon(made.parties);
    assert.deepEqual(made.scheduled, [`acknowledgements.policyVersion ${to}:admin`]);
    const told = { key: '', payload: { to, personId: 'admin' }, attempts: 0, mayGoOn: () => true };
    for (const _ of [1, 2]) assert.equal(await askAboutVersion(made.parties, told), 'done');
    assert.deepEqual(made.messenger.sent, ['chat-of-admin']);
    made.scheduled.length = 0;
    await askAboutVersionSoon(made.parties);
    assert.deepEqual(made.scheduled, []);
    const card = JSON.stringify((await made.says('admin', 'policy changes')).cards[0]?.content);
    assert.match(card, /version 2 became version 3\. Clauses: 1 changed, 1 added, 0 removed/);
    assert.match(
      card,
      /Second \(P2\).*The second clause\..*The second clause in version 3\..*Quite new \(N3\).*A new clause/,
    );
  });

  it('asks nothing at the very first start, and nothing when the product starts again with the same one', async () => {
    const made = await feature();
    made.roles.held.set('admin', ['administrator']);
    await askAboutVersionSoon(made.parties);
    const again = await feature({ storage: made.parties.storage });
    await askAboutVersionSoon(again.parties);
    assert.deepEqual([...made.scheduled, ...again.scheduled], []);
    assert.match((await made.says('admin', 'policy changes')).texts[0] ?? '', /no new version/);
  });

  it('changes nothing for staff until it is decided', async () => {
    const made = await started();
    assert.match(
      wordsOf(await made.presses('p00000', 'read', confirmNext)),
      /Thank you\. You have confirmed/,
    );
    const reply = await made.presses('p00001', 'read', confirmNext);
    assert.doesNotMatch(wordsOf(reply), /policy has changed/);
    assert.match(wordsOf(await made.presses('p00001', 'confirm', confirmNext)), /Thank you/);
    assert.ok((await rowsOf(made)).get('p00001')?.acknowledgedAt);
  });

  it('that is minor keeps what everybody confirmed, and nobody who did is asked again', async () => {
    const made = await started();
    assert.match(wordsOf(await decided(made, 'minor')), /the change is minor.*counts for version 3 too/);
    assert.match(wordsOf(await made.presses('p00000', 'read', confirmNext)), /Thank you/);
    await create(made, { id: 'campaign-2', versionNumber: 3, versionHash: NEXT.version.hash });
    await deliver(made.parties, job('campaign-2'));
    assert.deepEqual(await statesOf(made, 'campaign-2'), { p00000: 'covered', p00001: 'covered' });
    assert.ok((await rowsOf(made, 'campaign-2')).get('p00000')?.acknowledgedAt);
    assert.deepEqual(made.messenger.sent, []);
  });

  it('that must be confirmed again asks everybody, with what changed above the main points', async () => {
    const made = await started();
    assert.match(wordsOf(await decided(made, 'material')), /must confirm it again/);
    const older = wordsOf(await made.presses('p00000', 'read', confirmNext));
    assert.match(older, /policy has changed since you got this request/);
    await create(made, {
      id: 'campaign-2',
      versionNumber: 3,
      versionHash: NEXT.version.hash,
      about: { kind: 'change', sinceVersion: 2 },
    });
    await deliver(made.parties, job('campaign-2'));
    assert.deepEqual(await statesOf(made, 'campaign-2'), { p00000: 'delivered', p00001: 'delivered' });
    const card = wordsOf(await made.presses('p00000', 'request', { campaign: 'campaign-2', part: '0-0' }));
    assert.match(card, /What changed.*Second \(P2\).*The second clause\..*in version 3.*The main points/);
    assert.match(
      wordsOf(await made.presses('p00000', 'confirm', { ...confirmNext, campaign: 'campaign-2' })),
      /Thank you/,
    );
    await made.parties.campaigns.change('campaign-2', (now) => ({ ...now, revision: 1 }));
    const campaign = await made.parties.campaigns.get('campaign-2');
    assert.ok(campaign);
    await correctCards(made.parties, campaign, () => true);
    assert.match(JSON.stringify(made.messenger.updates), /What changed/);
  });

  it('opens a draft about the change, the same one however often it is asked for', async () => {
    const made = await started();
    const data = dataOf(cardOf(await decided(made, 'material')), 'Write the request');
    for (const _ of [1, 2]) assert.equal((await made.presses('admin', 'draftChange', data)).kind, 'done');
    const drafts = made.parties.storage.table('requestdrafts', draftSchema);
    const found = [];
    for await (const { value } of drafts.list({ partition: 'admin' })) found.push(value.about);
    assert.deepEqual(found, [{ kind: 'change', sinceVersion: 2 }]);
    assert.match(
      wordsOf(await made.presses('p00000', 'draftChange', data)),
      /Only managers and administrators/,
    );
    assert.match(
      wordsOf(await made.presses('admin', 'draftChange', { to: 'x' })),
      /not asked to confirm this version again/,
    );
  });

  it('is decided once: whoever comes later is told what was decided', async () => {
    const made = await started();
    await decided(made, 'minor');
    assert.match(
      wordsOf(await decided(made, 'material', 'second')),
      /Name of admin decided on .* that it is minor\. That stays/,
    );
    assert.equal((await made.parties.versions.changeTo(to))?.decision, 'minor');
    assert.match(wordsOf(await decided(made, 'minor', 'second')), /Name of admin/);
  });

  it('is decided by administrators alone', async () => {
    const made = await started();
    for (const who of ['manager-1', 'p00000']) {
      for (const action of ['material', 'minor', 'policyVersion'])
        assert.match(wordsOf(await made.presses(who, action, { to })), /Only an administrator/);
      assert.match((await made.says(who, 'policy changes')).texts[0] ?? '', /Only an administrator/);
    }
    assert.equal((await made.parties.versions.changeTo(to))?.decision, undefined);
    assert.match(wordsOf(await made.presses('admin', 'minor', { to: 'nothing' })), /no new version/);
  });

  it('after one that is not decided leads back through both, and a material one in between ends it', async () => {
    const second = await started();
    await second.parties.versions.undecided();
    const third = await started(version(4, 'd'), second);
    const same = async () =>
      (await third.parties.versions.sameAs(versionOf(third.parties.policy))).map(
        (each) => each.versionNumber,
      );
    assert.deepEqual(await same(), [4, 3, 2]);
    await decided(third, 'material');
    assert.deepEqual(await same(), [4, 3]);
  });

  it('is not taken for one when an older instance starts again', async () => {
    const made = await started();
    await made.parties.versions.undecided();
    const older = await feature({ storage: made.parties.storage });
    assert.equal(await older.parties.versions.undecided(), undefined);
    const newest = await feature({ storage: made.parties.storage, policy: NEXT });
    assert.equal((await newest.parties.versions.undecided())?.from.versionNumber, 2);
  });

  it('cut off between noting the change and the mark, is found again', async () => {
    const made = await started();
    await made.parties.versions.undecided();
    const rows = made.parties.storage.table('policyversions', z.looseObject({ kind: z.string() }));
    await rows.put('sample', 'inForce', { kind: 'inForce', version: versionOf(samplePolicy) });
    const again = await feature({ storage: made.parties.storage, policy: NEXT });
    assert.equal((await again.parties.versions.undecided())?.from.versionNumber, 2);
  });
});
