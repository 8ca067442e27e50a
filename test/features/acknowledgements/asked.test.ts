import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { NOW, aCampaign, aPart, aRecipient, samplePolicy } from './samples';

const ids = { campaign: 'campaign-1', part: '0-0' };
const ofVersion = { versionNumber: samplePolicy.version.number, versionHash: samplePolicy.version.hash };

async function asked(changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await feature();
  const { campaigns, recipients } = made.parties;
  const campaign = aCampaign(changes);
  await campaigns.create(campaign);
  await campaigns.putPart(campaign.id, aPart('0-0', { delivered: 1 }));
  await recipients.add(campaign.id, '0-0', [aRecipient({ delivery: 'delivered', activityId: 'card-1' })]);
  return made;
}

const recordsOf = (made: Feature, personId = 'person-1') => made.evidence.allOf(personId);
const rowOf = (made: Feature) => made.parties.recipients.get('campaign-1', '0-0', 'person-1');

describe('reading and confirming', () => {
  it('goes through the whole text in the card and ends with the confirmation', async () => {
    const made = await asked();
    const first = await made.presses('person-1', 'read', { ...ids, page: 1 });
    const second = await made.presses('person-1', 'read', dataOf(cardOf(first), 'Next'));
    const last = await made.presses('person-1', 'read', dataOf(cardOf(second), 'Next'));
    assert.deepEqual([first.kind, last.kind], ['privateCard', 'privateCard']);
    const receipt = await made.presses('person-1', 'confirm', dataOf(cardOf(last), 'I confirm'));
    assert.equal(receipt.kind, 'card');
    assert.match(wordsOf(receipt), /Thank you.*22 November 2026 at 10:00.*Receipt number/);
  });

  it('keeps who, what, the words, when and which card it answers, and marks the row', async () => {
    const made = await asked();
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    const [record] = await recordsOf(made);
    const { receipt, ...kept } = record ?? { receipt: '' };
    assert.match(receipt, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.deepEqual(kept, {
      personId: 'person-1',
      personName: 'Name of person-1',
      policyId: 'sample',
      policyTitle: 'Sample policy',
      ...ofVersion,
      statement: 'I have read the sample.',
      at: NOW.toISOString(),
      campaignId: 'campaign-1',
      partId: '0-0',
      activityId: 'card-of-person-1',
    });
    const row = await rowOf(made);
    assert.deepEqual([row?.acknowledgedAt, row?.receipt], [NOW.toISOString(), receipt]);
    assert.ok(made.scheduled.some((work) => work.startsWith('acknowledgements.counting campaign-1:0-0')));
  });

  it('twice, also at once, from any page, and later, gives one record and the same receipt', async () => {
    const made = await asked();
    const press = { ...ids, ...ofVersion };
    const replies = await Promise.all([1, 2, 3].map(() => made.presses('person-1', 'confirm', press)));
    made.time.now = new Date('2027-11-22T10:00:00Z');
    replies.push(await made.presses('person-1', 'confirm', press));
    replies.push(await made.presses('person-1', 'read', { ...ids, page: 2 }));
    assert.equal(new Set(replies.map(wordsOf)).size, 1);
    assert.equal((await recordsOf(made)).length, 1);
  });

  it('in a second request shows the same receipt and counts there too', async () => {
    const made = await asked();
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    await made.parties.campaigns.create(aCampaign({ id: 'second' }));
    await made.parties.recipients.add('second', '0-0', [aRecipient()]);
    const reply = await made.presses('person-1', 'read', { campaign: 'second', part: '0-0', page: 1 });
    assert.match(wordsOf(reply), /Thank you/);
    const row = await made.parties.recipients.get('second', '0-0', 'person-1');
    assert.deepEqual([row?.delivery, row?.acknowledgedAt], ['delivered', NOW.toISOString()]);
    assert.equal((await recordsOf(made)).length, 1);
  });

  it('finishes what a crash cut off after the record was kept', async () => {
    const made = await asked();
    const change = made.parties.recipients.change.bind(made.parties.recipients);
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    await change('campaign-1', '0-0', 'person-1', () => aRecipient({ delivery: 'delivered' }));
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.equal((await rowOf(made))?.acknowledgedAt, NOW.toISOString());
  });

  it('of an older version offers the current one, which can be confirmed', async () => {
    const made = await asked({ versionNumber: 1 });
    const reply = await made.presses('person-1', 'read', { ...ids, page: 3 });
    assert.match(wordsOf(reply), /The policy has changed since you got this request/);
    const receipt = await made.presses('person-1', 'confirm', dataOf(cardOf(reply), 'I confirm'));
    assert.match(wordsOf(receipt), /version 2/);
    assert.ok((await rowOf(made))?.acknowledgedAt);
  });

  it('of a text that changed while it was read begins anew and keeps nothing', async () => {
    const made = await asked();
    const reply = await made.presses('person-1', 'confirm', { ...ids, ...ofVersion, versionHash: 'old' });
    assert.match(wordsOf(reply), /changed since you opened it.*Page 1 of 3/);
    assert.deepEqual(await recordsOf(made), []);
  });

  it('of a withdrawn request says so, and the policy can be read and confirmed all the same', async () => {
    const made = await asked({ state: 'cancelled' });
    const reply = await made.presses('person-1', 'read', { ...ids, page: 3 });
    assert.match(wordsOf(reply), /was withdrawn/);
    assert.match(
      wordsOf(await made.presses('person-1', 'confirm', dataOf(cardOf(reply), 'I confirm'))),
      /Thank you/,
    );
  });

  it('of a request that is gone says so, and goes on without it', async () => {
    const made = await asked();
    const reply = await made.presses('person-1', 'read', { campaign: 'unknown', part: 'x', page: 3 });
    assert.match(wordsOf(reply), /no longer there/);
    await made.presses('person-1', 'confirm', dataOf(cardOf(reply), 'I confirm'));
    assert.deepEqual(
      (await recordsOf(made)).map((record) => record.campaignId),
      [''],
    );
    assert.equal((await rowOf(made))?.acknowledgedAt, undefined);
  });

  it('by somebody who was never asked gives them the policy to read, and keeps nothing', async () => {
    const made = await asked();
    const reply = await made.presses('stranger', 'read', { ...ids, page: 3 });
    assert.match(wordsOf(reply), /was not sent to you.*You do not need to do anything/);
    assert.doesNotMatch(wordsOf(reply), /I confirm/);
    await made.presses('stranger', 'confirm', { ...ids, ...ofVersion });
    assert.deepEqual(await recordsOf(made, 'stranger'), []);
  });

  const bad: [string, Record<string, unknown>][] = [
    ['no ids at all', {}],
    ['no version', { ...ids }],
    ['a campaign that nobody knows', { ...ids, ...ofVersion, campaign: 'foreign' }],
    ['a part of another request', { ...ids, ...ofVersion, part: '9-9' }],
    ['no part', { ...ofVersion, campaign: 'campaign-1' }],
    ['ids that are no texts', { campaign: { a: 1 }, part: ['x'], versionNumber: 'NaN', versionHash: 3 }],
    ['an id with signs that keys refuse', { ...ids, ...ofVersion, campaign: '../#?%\u0000' }],
    ['an id of 20,000 characters', { ...ids, ...ofVersion, campaign: 'x'.repeat(20_000) }],
  ];
  for (const [what, data] of bad) {
    it(`with ${what} is answered with the policy, and nothing is kept`, async () => {
      const made = await asked();
      const reply = await made.presses('person-1', 'confirm', data);
      assert.match(wordsOf(reply), /Page 1 of 3/);
      assert.deepEqual(await recordsOf(made), []);
      assert.equal((await rowOf(made))?.acknowledgedAt, undefined);
    });
  }

  it('with things in the data that do not belong there takes who acts from Teams alone', async () => {
    const made = await asked();
    const extra = { personId: 'person-9', personName: 'Mallory', at: '2020-01-01', receipt: 'X' };
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion, ...extra });
    const [record] = await recordsOf(made);
    assert.deepEqual([record?.personId, record?.at], ['person-1', NOW.toISOString()]);
    assert.deepEqual(await recordsOf(made, 'person-9'), []);
  });

  it('on a card that was passed on to a channel shows the receipt to nobody else', async () => {
    const made = await asked();
    const press = { ...ids, ...ofVersion };
    const reply = await made.presses('person-1', 'confirm', press, { kind: 'channel' });
    assert.equal(reply.kind, 'privateCard');
  });

  it('may wait: "Not now" keeps nothing', async () => {
    const made = await asked();
    const before = await rowOf(made);
    assert.match(wordsOf(await made.presses('person-1', 'notNow', ids)), /That is fine/);
    assert.deepEqual(await rowOf(made), before);
  });
});

describe('my acknowledgements', () => {
  it('lists what the person confirmed, with version, date and receipt number', async () => {
    const made = await asked();
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    const [record] = await recordsOf(made);
    const { texts } = await made.says('person-1', 'my_acknowledgements');
    assert.match(texts[0] ?? '', /Sample policy\*\*, version 2: confirmed on 22 November 2026 at 10:00/);
    assert.ok(texts[0]?.includes(record?.receipt ?? '?'));
  });

  it('shows nothing of anybody else', async () => {
    const made = await asked();
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(
      (await made.says('person-2', 'my_acknowledgements')).texts[0] ?? '',
      /not confirmed a policy yet/,
    );
  });
});
