import assert from 'node:assert/strict';
import { count, countPart } from '../../../src/features/acknowledgements/progress/counting';
import { updateStatus } from '../../../src/features/acknowledgements/progress/statusUpdate';
import type { DueJob } from '../../../src/jobs/jobs';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { NOW, aCampaign, aPart, aRecipient } from './samples';

const job = (payload: Record<string, string>): DueJob => ({
  key: 'k',
  payload,
  attempts: 0,
  mayGoOn: () => true,
});
const after = (ms: number): Date => new Date(NOW.getTime() + ms);
const pressed = { campaign: 'campaign-1' };

async function sent(): Promise<Feature> {
  const made = await feature();
  const { campaigns, recipients } = made.parties;
  await campaigns.enterInList(await campaigns.create(aCampaign({ state: 'sent' })));
  await recipients.add('campaign-1', '0-0', [
    ...Array.from({ length: 17 }, (_, index) =>
      aRecipient({
        personId: `w${index}`,
        name: `Waiting ${String(index).padStart(2, '0')}`,
        delivery: 'delivered',
      }),
    ),
    aRecipient({
      personId: 'c',
      name: 'Cora Done',
      delivery: 'delivered',
      acknowledgedAt: NOW.toISOString(),
      receipt: 'AAAA-BBBB',
    }),
    aRecipient({ personId: 'b', name: 'Bob Away', delivery: 'blocked' }),
  ]);
  await countPart(made.parties, 'campaign-1', aPart('0-0', {}));
  return made;
}

describe('watching a request', () => {
  it('shows the sender the figures, and an administrator too', async () => {
    const made = await sent();
    made.roles.held.set('admin', ['administrator']);
    for (const who of ['manager-1', 'admin']) {
      const reply = await made.presses(who, 'refresh', pressed);
      assert.match(wordsOf(reply), /1 of 19.*Still to confirm","value":"17"/);
    }
  });

  it('shows nothing to another manager, to staff, and to the sender who is no manager any more', async () => {
    const made = await sent();
    made.roles.held.set('manager-2', ['manager']).set('manager-1', []);
    for (const who of ['manager-2', 'w1', 'manager-1']) {
      for (const action of ['refresh', 'names']) {
        const reply = await made.presses(who, action, pressed);
        assert.match(wordsOf(reply), /Only the manager who sent this/);
      }
    }
  });

  for (const campaign of [undefined, '', 'unknown', 5]) {
    it(`with the id ${JSON.stringify(campaign)} says that there is no such request`, async () => {
      const made = await sent();
      for (const action of ['refresh', 'names']) {
        assert.match(
          wordsOf(await made.presses('manager-1', action, { campaign })),
          /cannot find this request/,
        );
      }
    });
  }

  it('lists who has not confirmed by name, a page at a time', async () => {
    const made = await sent();
    const first = await made.presses('manager-1', 'names', pressed);
    assert.equal(first.kind, 'dialog');
    assert.match(wordsOf(first), /Not confirmed yet: 17.*Waiting 00.*Waiting 14/);
    assert.doesNotMatch(wordsOf(first), /Waiting 15|Cora|Bob/);
    const second = await made.presses('manager-1', 'names', dataOf(cardOf(first), 'More names'));
    assert.match(wordsOf(second), /Waiting 15.*Waiting 16/);
    assert.doesNotMatch(wordsOf(second), /More names/);
  });

  it('lists who confirmed with the receipt, and who cannot be reached with what to do', async () => {
    const made = await sent();
    const confirmed = await made.presses('manager-1', 'names', { ...pressed, show: 'confirmed' });
    assert.match(wordsOf(confirmed), /Cora Done.*receipt number AAAA-BBBB/);
    const unreachable = await made.presses('manager-1', 'names', { ...pressed, show: 'unreachable' });
    assert.match(wordsOf(unreachable), /Bob Away.*Ask them to unblock me/);
  });

  it('answers a list and a page that do not exist', async () => {
    const made = await sent();
    const odd = { ...pressed, show: 'everybody', listPart: -3, offset: 'x' };
    assert.match(wordsOf(await made.presses('manager-1', 'names', odd)), /Not confirmed yet/);
    const beyond = { ...pressed, listPart: 99, offset: 999 };
    assert.match(wordsOf(await made.presses('manager-1', 'names', beyond)), /Nobody is on this list/);
  });

  it('lists the newest requests first, for those who sent some', async () => {
    const made = await sent();
    const later = after(60_000).toISOString();
    const { campaigns } = made.parties;
    await campaigns.enterInList(
      await campaigns.create(aCampaign({ id: 'newer', title: 'Newer', createdAt: later })),
    );
    const { cards } = await made.says('manager-1', 'status');
    assert.match(JSON.stringify(cards[0]?.content), /Newer.*Please read this/);
    assert.match((await made.says('w1', 'status')).texts[0] ?? '', /Only managers and administrators/);
    made.roles.held.set('manager-2', ['manager']);
    assert.match((await made.says('manager-2', 'status')).texts[0] ?? '', /not sent a request yet/);
  });
});

describe('the status card', () => {
  it('changes by itself at most every five seconds', async () => {
    const made = await sent();
    await made.presses('manager-1', 'refresh', pressed);
    const payload = { campaignId: 'campaign-1' };
    made.time.now = after(1_000);
    assert.deepEqual(await updateStatus(made.parties, job(payload)), { againAt: after(5_000) });
    assert.equal(made.messenger.updates.length, 0);
    made.time.now = after(5_000);
    assert.equal(await updateStatus(made.parties, job(payload)), 'done');
    assert.deepEqual(await updateStatus(made.parties, job(payload)), { againAt: after(10_000) });
    assert.equal(made.messenger.updates.length, 1);
  });

  it('counts a part at most every five seconds, and then from its rows', async () => {
    const made = await sent();
    const payload = { campaignId: 'campaign-1', partId: '0-0' };
    await made.parties.recipients.change('campaign-1', '0-0', 'w0', (row) => ({
      ...row,
      acknowledgedAt: 'now',
    }));
    assert.deepEqual(await count(made.parties, job(payload)), { againAt: after(5_000) });
    made.time.now = after(5_000);
    assert.equal(await count(made.parties, job(payload)), 'done');
    const view = await made.parties.campaigns.view('campaign-1');
    assert.equal(view?.parts[0]?.counts.acknowledged, 2);
  });

  it('that the manager deleted is left alone, and one that Teams could not take is tried again', async () => {
    const made = await sent();
    await made.presses('manager-1', 'refresh', pressed);
    made.time.now = after(5_000);
    made.messenger.update = () => Promise.resolve({ outcome: 'unavailable', code: '503' }) as never;
    const payload = { campaignId: 'campaign-1' };
    assert.deepEqual(await updateStatus(made.parties, job(payload)), { againAt: after(35_000) });
    made.time.now = after(35_000);
    made.messenger.update = () => Promise.resolve({ outcome: 'messageGone', code: 'x' }) as never;
    assert.equal(await updateStatus(made.parties, job(payload)), 'done');
  });

  it('of a request that is gone is no work', async () => {
    const made = await sent();
    assert.equal(await updateStatus(made.parties, job({ campaignId: 'unknown' })), 'done');
    assert.equal(await count(made.parties, job({ campaignId: 'campaign-1', partId: '7-7' })), 'done');
    assert.equal(await count(made.parties, job({})), 'done');
  });
});
