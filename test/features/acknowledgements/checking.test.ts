import assert from 'node:assert/strict';
import type { Card } from '../../../src/cards/render';
import { hardQuestionsCard } from '../../../src/features/acknowledgements/check/hardQuestions';
import { WrongTries } from '../../../src/features/acknowledgements/check/wrongTries';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { versionOf } from '../../../src/features/acknowledgements/policyToConfirm';
import type { PolicyToConfirm } from '../../../src/features/acknowledgements/policyToConfirm';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { NOW, aCampaign, aPart, aRecipient, samplePolicy, sampleQuestions } from './samples';

const ids = { campaign: 'campaign-1', part: '0-0' };
const ofVersion = { versionNumber: samplePolicy.version.number, versionHash: samplePolicy.version.hash };
const RIGHT = { first: 'b', second: 'b', third: 'b' };

async function asked(changes: Partial<Campaign> = {}, policy: PolicyToConfirm = samplePolicy) {
  const made = await feature({ policy });
  const { campaigns, recipients } = made.parties;
  const campaign = aCampaign({ check: true, ...changes });
  await campaigns.create(campaign);
  await campaigns.putPart(campaign.id, aPart('0-0', { delivered: 1 }));
  await recipients.add(campaign.id, '0-0', [aRecipient({ delivery: 'delivered', activityId: 'card-1' })]);
  return made;
}

const rowOf = (made: Feature) => made.parties.recipients.get('campaign-1', '0-0', 'person-1');
const titlesOf = ({ content }: Card) => (content['actions'] as { title: string }[]).map(({ title }) => title);
const wrongTriesOf = (made: Feature) => new WrongTries(made.parties.storage).of(versionOf(samplePolicy));

async function questionsCard(made: Feature): Promise<Card> {
  const last = await made.presses('person-1', 'read', { ...ids, page: 3 });
  return cardOf(await made.presses('person-1', 'check', dataOf(cardOf(last), 'Go to the questions')));
}

const answers = (made: Feature, card: Card, inputs: Record<string, string>) =>
  made.presses('person-1', 'check', { ...dataOf(card, 'Check my answers'), ...inputs });

describe('the questions before the confirmation', () => {
  it('come after the last page, on one screen, and the confirmation comes after them', async () => {
    const made = await asked();
    const last = cardOf(await made.presses('person-1', 'read', { ...ids, page: 3 }));
    assert.deepEqual(titlesOf(last), ['Go to the questions', 'Back']);
    const card = await questionsCard(made);
    assert.match(JSON.stringify(card.content), /Question 1 of 3.*Question 2 of 3.*Question 3 of 3/);
    const passed = await answers(made, card, RIGHT);
    assert.deepEqual(titlesOf(cardOf(passed)), ['I confirm', 'Back to the policy']);
    const receipt = await made.presses('person-1', 'confirm', dataOf(cardOf(passed), 'I confirm'));
    assert.match(wordsOf(receipt), /Thank you.*Answered on 22 November 2026 at 10:00/);
  });

  it('keep "passed" and the date with the person, in their record and in what they can ask for', async () => {
    const made = await asked();
    const passed = await answers(made, await questionsCard(made), RIGHT);
    const at = NOW.toISOString();
    assert.deepEqual((await rowOf(made))?.checkPassed, { at, versionHash: samplePolicy.version.hash });
    await made.presses('person-1', 'confirm', dataOf(cardOf(passed), 'I confirm'));
    const [record] = await made.evidence.allOf('person-1');
    assert.equal(record?.checkPassedAt, at);
    const { texts } = await made.says('person-1', 'my_acknowledgements');
    assert.match(texts[0] ?? '', /the questions answered on 22 November 2026 at 10:00/);
  });

  it('do not show the right answer before it was given', async () => {
    const made = await asked();
    const card = JSON.stringify((await questionsCard(made)).content);
    assert.doesNotMatch(card, /Why it is so/);
    assert.doesNotMatch(card, /"right":/);
  });

  it('answer a wrong one with the exact words of the clause, and keep what was right', async () => {
    const made = await asked();
    const reply = cardOf(await answers(made, await questionsCard(made), { ...RIGHT, second: 'a' }));
    const words = JSON.stringify(reply.content);
    assert.equal(words.match(/Not quite/g)?.length, 1);
    assert.equal(words.match(/That is right: /g)?.length, 2);
    assert.equal(words.match(/Input.ChoiceSet/g)?.length, 1);
    assert.match(words, /“The (_first_|second|last) clause\.”/);
    assert.deepEqual(titlesOf(reply), ['Check my answers', 'Back to the policy']);
    assert.equal((await rowOf(made))?.checkPassed, undefined);
    const passed = await answers(made, reply, { second: 'b' });
    assert.deepEqual(titlesOf(cardOf(passed)), ['I confirm', 'Back to the policy']);
  });

  it('judge what a card says was right before', async () => {
    const made = await asked();
    const data = { ...dataOf(await questionsCard(made), 'Check my answers'), kept: 'a,c,a' };
    const reply = await made.presses('person-1', 'check', data);
    assert.equal(wordsOf(reply).match(/Not quite/g)?.length, 3);
    assert.equal((await rowOf(made))?.checkPassed, undefined);
  });

  it('keep nothing of wrong tries with the person, and count them for the question alone', async () => {
    const made = await asked();
    const before = await rowOf(made);
    const card = await questionsCard(made);
    for (const first of ['a', 'c', 'a']) await answers(made, card, { ...RIGHT, first });
    assert.deepEqual(await rowOf(made), before);
    const [counted, ...others] = await wrongTriesOf(made);
    assert.deepEqual(others, []);
    assert.equal(counted?.tries, 3);
    assert.deepEqual(Object.keys(counted ?? {}).sort(), ['questionId', 'tries']);
  });

  it('count an answer of somebody who presses without choosing as none', async () => {
    const made = await asked();
    const none: Record<string, string>[] = [{}, { first: '', second: 'x', third: { a: 1 } as never }];
    for (const inputs of none) {
      const reply = cardOf(await answers(made, await questionsCard(made), inputs));
      assert.equal(JSON.stringify(reply.content).match(/Input.ChoiceSet/g)?.length, 3);
    }
    assert.deepEqual(await wrongTriesOf(made), []);
  });

  it('begin anew when others stand in the bank since the card was drawn, and count nothing', async () => {
    const made = await asked();
    const data = { ...dataOf(await questionsCard(made), 'Check my answers'), ...RIGHT, asked: 'x,y,z' };
    const reply = cardOf(await made.presses('person-1', 'check', { ...data, first: 'a' }));
    assert.equal(JSON.stringify(reply.content).match(/Input.ChoiceSet/g)?.length, 3);
    assert.equal((await rowOf(made))?.checkPassed, undefined);
    assert.deepEqual(await wrongTriesOf(made), []);
  });

  it('cannot be gone around: a confirmation without them keeps nothing', async () => {
    const made = await asked();
    const reply = await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(wordsOf(reply), /Before you confirm.*Go to the questions/);
    assert.deepEqual(await made.evidence.allOf('person-1'), []);
    assert.equal((await rowOf(made))?.acknowledgedAt, undefined);
  });

  it('are passed once: pressed twice, and later, the first date stays and the confirmation is there', async () => {
    const made = await asked();
    const card = await questionsCard(made);
    await Promise.all([1, 2, 3].map(() => answers(made, card, RIGHT)));
    made.time.now = new Date('2026-11-25T10:00:00Z');
    assert.deepEqual(titlesOf(cardOf(await answers(made, card, RIGHT))), ['I confirm', 'Back']);
    assert.equal((await rowOf(made))?.checkPassed?.at, NOW.toISOString());
    const last = cardOf(await made.presses('person-1', 'read', { ...ids, page: 3 }));
    assert.deepEqual(titlesOf(last), ['I confirm', 'Back']);
  });

  it('are not asked by a request that does not ask them', async () => {
    const made = await asked({ check: false });
    const last = cardOf(await made.presses('person-1', 'read', { ...ids, page: 3 }));
    assert.deepEqual(titlesOf(last), ['I confirm', 'Back']);
    assert.deepEqual(titlesOf(cardOf(await made.presses('person-1', 'check', ids))), ['I confirm', 'Back']);
  });

  it('on somebody else’s request are not asked: they get the policy to read, and nothing is counted', async () => {
    const made = await asked();
    const data = { ...dataOf(await questionsCard(made), 'Check my answers'), first: 'a' };
    const reply = await made.presses('stranger', 'check', data);
    assert.match(wordsOf(reply), /was not sent to you/);
    assert.doesNotMatch(wordsOf(reply), /I confirm|Go to the questions/);
    assert.deepEqual(await wrongTriesOf(made), []);
  });

  it('that were passed for an older version are asked again for the current one', async () => {
    const made = await asked({ versionNumber: 1, versionHash: 'old' });
    await made.parties.recipients.change('campaign-1', '0-0', 'person-1', (row) => ({
      ...row,
      checkPassed: { at: NOW.toISOString(), versionHash: 'old' },
    }));
    const reply = await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(wordsOf(reply), /The policy has changed since you got this request.*Go to the questions/);
    assert.deepEqual(await made.evidence.allOf('person-1'), []);
  });

  it('after a confirmation are gone: the card is the receipt', async () => {
    const made = await asked();
    await answers(made, await questionsCard(made), RIGHT);
    await made.presses('person-1', 'confirm', { ...ids, ...ofVersion });
    assert.match(wordsOf(await made.presses('person-1', 'check', ids)), /Thank you\. You have confirmed/);
  });

  for (const data of [{}, { campaign: 'foreign', part: 'x' }, { campaign: { a: 1 }, asked: 5, kept: [] }]) {
    it(`answer ${JSON.stringify(data)} with the policy to read`, async () => {
      const reply = await (await asked()).presses('person-1', 'check', data);
      assert.match(wordsOf(reply), /no longer there/);
    });
  }
});

describe('hard questions', () => {
  it('name numbers from five on, the largest first, and call the rest fewer than five', () => {
    const tries = [4, 5, 12].map((count, at) => ({
      questionId: sampleQuestions[at]?.id ?? '',
      tries: count,
    }));
    const words = JSON.stringify(hardQuestionsCard(sampleQuestions, tries).content);
    assert.match(words, /"12".*"5".*All other questions: fewer than 5/);
    assert.doesNotMatch(words, /"4"/);
  });

  it('tell nothing of a question with four wrong tries that they do not tell of one with none', () => {
    const four = hardQuestionsCard(sampleQuestions, [{ questionId: sampleQuestions[0]?.id ?? '', tries: 4 }]);
    assert.deepEqual(four, hardQuestionsCard(sampleQuestions, []));
  });

  it('leave out a question that is no longer in the bank, and stay small with all of them', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...(sampleQuestions[0] as (typeof sampleQuestions)[0]),
      id: `q-${at}`,
      clauseText: 'x'.repeat(700),
    }));
    const tries = [
      ...many.map(({ id }) => ({ questionId: id, tries: 9 })),
      { questionId: 'gone', tries: 90 },
    ];
    assert.doesNotMatch(JSON.stringify(hardQuestionsCard(many, tries).content), /"90"/);
  });

  it('are shown to the manager of the request and to administrators, and to nobody else', async () => {
    const made = await asked();
    made.roles.held.set('admin', ['administrator']).set('manager-2', ['manager']);
    for (const who of ['manager-1', 'admin'])
      assert.match(wordsOf(await made.presses(who, 'hardQuestions', ids)), /Every question: fewer than 5/);
    for (const who of ['manager-2', 'person-1'])
      assert.match(wordsOf(await made.presses(who, 'hardQuestions', ids)), /Only the manager who sent this/);
  });

  it('count every wrong try, also of many people at once', async () => {
    const made = await asked();
    const tries = new WrongTries(made.parties.storage);
    await Promise.all([1, 2, 3, 4, 5].map(() => tries.add(versionOf(samplePolicy), 'p1-one')));
    assert.deepEqual(await wrongTriesOf(made), [{ questionId: 'p1-one', tries: 5 }]);
  });
});
