import assert from 'node:assert/strict';
import { firstDayToSign, problemWithSignedOn } from '../../../src/features/acknowledgements/paper/signedOn';
import { tellOfDispute, tellSigner } from '../../../src/features/acknowledgements/paper/paperTold';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import type { Asked } from '../../../src/features/acknowledgements/asked/reading';
import { kindOf } from '../../../src/features/acknowledgements/asked/record';
import { wordsOf, feature } from './handlers';
import type { Feature } from './handlers';
import { NOW, aCampaign, aPart, aRecipient, samplePolicy } from './samples';

const of = { campaign: 'campaign-1', part: '0-0', person: 'person-1' };
const PAPER = { ...of, signedOn: '2026-11-20', witness: 'Wanda Witness' };
const ids = { campaign: 'campaign-1', part: '0-0' };
const ofVersion = { versionNumber: samplePolicy.version.number, versionHash: samplePolicy.version.hash };

async function sent(campaign: Partial<Campaign> = {}, recipient: Partial<Recipient> = {}): Promise<Feature> {
  const made = await feature();
  const { campaigns, recipients } = made.parties;
  await campaigns.create(aCampaign({ createdAt: '2026-11-10T10:00:00.000Z', ...campaign }));
  await campaigns.putPart('campaign-1', aPart('0-0', { delivered: 2 }));
  await recipients.add('campaign-1', '0-0', [
    aRecipient({ delivery: 'delivered', activityId: 'card-1', ...recipient }),
    aRecipient({ personId: 'manager-1', name: 'Mona Sample', delivery: 'delivered' }),
  ]);
  return made;
}

const recordPaper = (made: Feature, changes: Record<string, unknown> = {}, who = 'manager-1') =>
  made.presses(who, 'recordPaper', { ...PAPER, ...changes });
const rowOf = (made: Feature) => made.parties.recipients.get('campaign-1', '0-0', 'person-1');
const recordsOf = (made: Feature) => made.evidence.allOf('person-1');
const asked = (made: Feature): Asked => ({ ...made.parties, evidence: made.evidence });
const job = (personId = 'person-1') => ({
  key: 'k',
  payload: { ...ids, personId },
  attempts: 0,
  mayGoOn: () => true,
});
const knows = (made: Feature, personId: string, changes: object = {}): void =>
  void made.directory.people.set(personId, {
    id: personId,
    teamsId: `29:${personId}`,
    name: 'Name',
    serviceUrl: 'http://teams.example/',
    conversationId: `chat-${personId}`,
    chat: 'open',
    ...changes,
  });

describe('a signature on paper', () => {
  it('is recorded with the day, the witness and who recorded it, and the row says so', async () => {
    const made = await sent();
    assert.match(wordsOf(await recordPaper(made)), /Recorded as signed on paper.*Friday 20 November 2026/);
    const [record] = await recordsOf(made);
    assert.deepEqual(record?.paper, {
      signedOn: '2026-11-20',
      witness: 'Wanda Witness',
      recordedById: 'manager-1',
      recordedByName: 'Name of manager-1',
    });
    assert.deepEqual([record.personName, record.at], ['Penny Sample', NOW.toISOString()]);
    const row = await rowOf(made);
    assert.deepEqual([row?.delivery, row?.acknowledgedAt], ['onPaper', undefined]);
    assert.ok(made.scheduled.includes('acknowledgements.paperRecorded campaign-1:0-0:person-1'));
    assert.ok(made.scheduled.some((work) => work.startsWith('acknowledgements.counting')));
  });

  it('counts as confirmed and is marked as on paper wherever it is shown', async () => {
    const made = await sent();
    await recordPaper(made);
    const { campaigns, recipients } = made.parties;
    await campaigns.putPart('campaign-1', {
      ...aPart('0-0', await recipients.count('campaign-1', '0-0')),
      countedAt: '2026-11-23T10:00:00.000Z',
    });
    const status = wordsOf(await made.presses('manager-1', 'refresh', ids));
    assert.match(
      status,
      /1 of 2.*Confirmed","value":"1".*Of these on paper","value":"1".*confirm","value":"1"/,
    );
    const names = wordsOf(await made.presses('manager-1', 'names', { ...ids, show: 'confirmed' }));
    assert.match(names, /Penny Sample.*On paper, signed on Friday 20 November 2026, receipt number/);
    const own = (await made.says('person-1', 'my_acknowledgements')).texts[0] ?? '';
    assert.match(own, /recorded as signed on paper on Friday 20 November 2026/);
    const pressed = wordsOf(await made.presses('person-1', 'read', { ...ids, page: 1 }));
    assert.match(pressed, /Recorded as signed on paper\..*Not you\? Tell us\..*This was not me/);
  });

  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ['tomorrow', { signedOn: '2026-11-23' }, /in the future/],
    ['before the approval of the policy', { signedOn: '2026-10-31' }, /approved on Sunday 1 November 2026/],
    ['no day', { signedOn: '2026-02-30' }, /choose the date/],
    ['nothing', { signedOn: undefined }, /choose the date/],
    ['no witness', { witness: '  ' }, /who saw it signed/],
    ['a witness of 101 characters', { witness: 'x'.repeat(101) }, /101 characters/],
    ['the signer as the witness', { witness: 'penny  SAMPLE' }, /somebody else/],
    ['somebody who is not on the request', { person: 'stranger' }, /not on this request/],
    ['a part of another request', { part: '9-9' }, /not on this request/],
    ['no ids', { campaign: '', part: '', person: '' }, /cannot find this request/],
  ];
  for (const [what, changes, words] of wrong) {
    it(`with ${what} is refused, and nothing is kept`, async () => {
      const made = await sent();
      assert.match(wordsOf(await recordPaper(made, changes)), words);
      assert.deepEqual(await recordsOf(made), []);
      assert.equal((await rowOf(made))?.delivery, 'delivered');
    });
  }

  it('keeps what was typed in the form when something is wrong with it', async () => {
    const reply = wordsOf(await recordPaper(await sent(), { signedOn: '2026-10-31' }));
    assert.match(reply, /"value":"2026-10-31".*"value":"Wanda Witness"/);
  });

  it('is recorded by the manager of the request and by administrators, and by nobody else', async () => {
    const made = await sent();
    made.roles.held.set('manager-2', ['manager']).set('admin', ['administrator']);
    for (const who of ['manager-2', 'person-1', 'stranger']) {
      assert.match(wordsOf(await made.presses(who, 'paper', of)), /Only the manager who sent this/);
      assert.match(wordsOf(await recordPaper(made, {}, who)), /Only the manager who sent this/);
    }
    assert.deepEqual(await recordsOf(made), []);
    assert.match(wordsOf(await recordPaper(made, {}, 'admin')), /Recorded as signed on paper/);
  });

  it('is not recorded while Teams does not say that they still are a manager', async () => {
    const made = await sent();
    made.roles.confirms = false;
    assert.match(wordsOf(await recordPaper(made)), /could not check with Teams/);
    assert.deepEqual(await recordsOf(made), []);
  });

  it('is nobody’s own to record', async () => {
    const reply = await recordPaper(await sent(), { person: 'manager-1' });
    assert.match(wordsOf(reply), /Nobody can record a paper for themselves/);
  });

  it('is not recorded for an older version, nor for a request that was withdrawn', async () => {
    const older = await sent({ versionHash: 'old' });
    assert.match(wordsOf(await recordPaper(older)), /policy has changed since this request/);
    const withdrawn = await sent({ state: 'cancelled' });
    assert.match(wordsOf(await recordPaper(withdrawn)), /was withdrawn/);
    assert.deepEqual([...(await recordsOf(older)), ...(await recordsOf(withdrawn))], []);
  });

  it('pressed twice, also at once and with another day, is one record, and the first stands', async () => {
    const made = await sent();
    await Promise.all([recordPaper(made), recordPaper(made)]);
    made.time.now = new Date('2026-11-24T10:00:00Z');
    const again = wordsOf(await recordPaper(made, { signedOn: '2026-11-21', witness: 'Other' }));
    assert.match(again, /Friday 20 November 2026.*Wanda Witness/);
    assert.equal((await recordsOf(made)).length, 1);
    assert.match(wordsOf(await made.presses('manager-1', 'paper', of)), /Friday 20 November 2026/);
  });

  it('ends in the same place when a crash came between the record and the row', async () => {
    const made = await sent();
    await recordPaper(made);
    await made.parties.recipients.change('campaign-1', '0-0', 'person-1', () =>
      aRecipient({ delivery: 'delivered', activityId: 'card-1' }),
    );
    await recordPaper(made);
    assert.deepEqual([(await rowOf(made))?.delivery, (await recordsOf(made)).length], ['onPaper', 1]);
  });

  it('is recorded under one request: a second one says so, and stays open', async () => {
    const made = await sent();
    await recordPaper(made);
    await made.parties.campaigns.create(aCampaign({ id: 'second' }));
    await made.parties.recipients.add('second', '0-0', [aRecipient({ delivery: 'delivered' })]);
    const reply = wordsOf(await recordPaper(made, { campaign: 'second' }));
    assert.match(reply, /recorded already, under another request/);
    assert.equal((await recordsOf(made)).length, 1);
    assert.equal((await made.parties.recipients.get('second', '0-0', 'person-1'))?.delivery, 'delivered');
  });

  it('is not recorded for somebody who confirmed in Teams', async () => {
    const made = await sent();
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(wordsOf(await recordPaper(made)), /has confirmed in Teams on 22 November 2026/);
    assert.equal((await recordsOf(made)).length, 1);
    assert.equal((await rowOf(made))?.delivery, 'delivered');
  });

  it('may be for somebody who cannot be reached in Teams', async () => {
    const made = await sent({}, { delivery: 'notInstalled', activityId: undefined });
    assert.match(wordsOf(await recordPaper(made)), /Recorded as signed on paper/);
    assert.equal((await rowOf(made))?.delivery, 'onPaper');
  });
});

describe('the first day on which a paper can be signed', () => {
  const dated = (approved: string) => ({ version: { ...samplePolicy.version, approved } });
  const campaign = { createdAt: '2026-11-10T23:30:00.000Z' };

  it('is the day of approval, however it is written', () => {
    for (const approved of ['2026-11-01', '1 November 2026'])
      assert.equal(firstDayToSign(dated(approved), campaign), '2026-11-01');
  });

  it('is the day of the request in London where the approval has not been put in', () => {
    const policy = dated('PLACEHOLDER: put the date of approval here');
    assert.equal(firstDayToSign(policy, campaign), '2026-11-10');
    assert.match(problemWithSignedOn('2026-11-09', policy, campaign, '2026-11-22') ?? '', /request was sent/);
    assert.equal(problemWithSignedOn('2026-11-10', policy, campaign, '2026-11-22'), undefined);
  });

  it('and the last is today', () => {
    const check = (day: string) => problemWithSignedOn(day, dated('2026-11-01'), campaign, '2026-11-22');
    assert.equal(check('2026-11-22'), undefined);
    assert.match(check('2026-11-23') ?? '', /future/);
  });
});

describe('word of a signature on paper', () => {
  it('goes to the person once', async () => {
    const made = await sent();
    knows(made, 'person-1');
    await recordPaper(made);
    for (let run = 0; run < 3; run++) assert.equal(await tellSigner(asked(made), job()), 'done');
    assert.deepEqual(made.messenger.sent, ['chat-person-1']);
  });

  it('waits for a person who does not have the bot, a day at a time, and not for ever', async () => {
    const made = await sent();
    made.messenger.opens = () => ({ outcome: 'notInstalled', code: 'BotNotInConversationRoster' });
    await recordPaper(made);
    const next = { againAt: new Date('2026-11-23T10:00:00.000Z') };
    assert.deepEqual(await tellSigner(asked(made), job()), next);
    made.messenger.opens = () => undefined;
    assert.equal(await tellSigner(asked(made), job()), 'done');
    assert.deepEqual(made.messenger.sent, ['chat-of-29:person-1']);
    const late = await sent();
    late.messenger.opens = () => ({ outcome: 'notInstalled', code: 'BotNotInConversationRoster' });
    await recordPaper(late);
    late.time.now = new Date('2027-01-22T10:00:00Z');
    assert.equal(await tellSigner(asked(late), job()), 'done');
  });

  it('is tried again when Teams is away', async () => {
    const made = await sent();
    knows(made, 'person-1');
    await recordPaper(made);
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    assert.deepEqual(await tellSigner(asked(made), job()), { againAt: new Date('2026-11-22T10:01:00.000Z') });
    made.messenger.script = () => undefined;
    await tellSigner(asked(made), job());
    assert.deepEqual(made.messenger.sent, ['chat-person-1']);
  });
});

describe('"This was not me"', () => {
  it('takes the paper out of what counts, tells the manager once, and lets the person confirm', async () => {
    const made = await sent();
    knows(made, 'manager-1');
    await recordPaper(made);
    for (let press = 0; press < 2; press++) {
      assert.match(wordsOf(await made.presses('person-1', 'notSigned', ids)), /telling .*Mona Sample/);
      await tellOfDispute(made.parties, job());
    }
    assert.deepEqual(made.messenger.sent, ['chat-manager-1']);
    assert.equal((await made.parties.recipients.count('campaign-1', '0-0')).signedOnPaper, 0);
    const names = wordsOf(await made.presses('manager-1', 'names', ids));
    assert.match(names, /Penny Sample.*Says that they did not sign the paper/);
    const receipt = await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(wordsOf(receipt), /Thank you\. You have confirmed/);
    assert.ok((await rowOf(made))?.acknowledgedAt);
    const kinds = (await recordsOf(made)).map(kindOf).sort();
    assert.deepEqual(kinds, ['dispute', 'paper', 'press']);
  });

  it('cannot be undone by recording the paper again', async () => {
    const made = await sent();
    await recordPaper(made);
    await made.presses('person-1', 'notSigned', ids);
    assert.match(wordsOf(await recordPaper(made)), /says that they did not sign/);
    assert.ok((await rowOf(made))?.paper?.disputedAt);
  });

  it('is said by the person alone: on somebody else’s card it does nothing', async () => {
    const made = await sent();
    await recordPaper(made);
    for (const who of ['stranger', 'manager-1'])
      assert.match(wordsOf(await made.presses(who, 'notSigned', ids)), /Nothing is recorded here/);
    assert.equal((await rowOf(made))?.paper?.disputedAt, undefined);
  });

  for (const data of [{}, { campaign: 'foreign', part: 'x' }, { campaign: 5, part: [] }]) {
    it(`with ${JSON.stringify(data)} says that nothing is recorded`, async () => {
      const made = await sent();
      assert.match(wordsOf(await made.presses('person-1', 'notSigned', data)), /Nothing is recorded here/);
    });
  }

  it('is told to the person when the manager cannot be told', async () => {
    const made = await sent();
    knows(made, 'manager-1', { chat: 'blocked' });
    knows(made, 'person-1');
    await recordPaper(made);
    await made.presses('person-1', 'notSigned', ids);
    for (let run = 0; run < 2; run++) assert.equal(await tellOfDispute(made.parties, job()), 'done');
    assert.deepEqual(made.messenger.sent, ['chat-person-1']);
  });
});
