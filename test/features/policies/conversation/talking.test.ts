import assert from 'node:assert/strict';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { policy } from './example';

const PHOTO = 'Can I post a photo of a resident?';
const NUMBER = /Answer (\w{3}-\w{3})\. Keep this number: it shows what you were told\./;

describe('Talking about an answer in Teams', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  /** What the bot said to a person's words, oldest first. */
  async function answersTo(who: PersonDriver, text: string): Promise<MessageView[]> {
    const before = (await who.chat()).length;
    assert.equal(await who.says(text), 200);
    return (await who.chat()).slice(before).filter(({ from }) => from.kind === 'bot');
  }
  const lastText = async (who: PersonDriver, text: string): Promise<string> =>
    (await answersTo(who, text)).at(-1)?.text ?? '';
  const isChoices = (message: MessageView | undefined): boolean =>
    JSON.stringify(message?.card ?? {}).includes('policies.choose');

  it('an answer has the same number for everybody', async () => {
    const numbers = [];
    for (const key of ['cook', 'driver']) {
      numbers.push(NUMBER.exec(await lastText(product.teams.person(key), PHOTO))?.[1]);
    }
    assert.ok(numbers[0]);
    assert.equal(numbers[0], numbers[1]);
  });

  it('"why?" is about the last answer', async () => {
    const cook = product.teams.person('cook');
    await cook.says('What personal details should I leave out?');
    assert.match(await lastText(cook, 'why?'), /identity fraud/);
    await cook.says(PHOTO);
    assert.match(await lastText(cook, 'Why not?'), /does not say why/);
    assert.match(await lastText(cook, 'since when?'), /does not say since when.*version 1/s);
  });

  it('"That’s not what I meant", tapped under an answer, offers other clauses, and a press answers', async () => {
    const driver = product.teams.person('driver');
    await driver.says(PHOTO);
    assert.equal(await driver.pressesSuggestion('That’s not what I meant'), 200);
    const card = await driver.lastMessage();
    assert.ok(isChoices(card));
    assert.doesNotMatch(JSON.stringify(card.card), /"clauseId":"P5\.11"/);
    await driver.presses(card, { verb: 'policies.choose' });
    assert.match((await driver.lastMessage()).text, /^\*\*What the policy says\*\*.*Clause /s);
  });

  it('nothing of it crosses from one person to another, or from a channel to a chat', async () => {
    const [nurse, office] = [product.teams.person('nurse'), product.teams.person('office')];
    await nurse.says(PHOTO);
    assert.equal(isChoices((await answersTo(office, 'that’s not what I meant')).at(-1)), false);
    const carer = product.teams.person('night-carer');
    await carer.mentionsIn('care/general', PHOTO);
    assert.match((await carer.lastMessage()).text, /P5\.11/);
    assert.equal(isChoices((await answersTo(carer, 'that’s not what I meant')).at(-1)), false);
  });

  it('nothing of it is left after half an hour', async () => {
    const admin = product.teams.person('admin');
    await admin.says(PHOTO);
    await product.advance(31 * 60_000);
    assert.equal(isChoices((await answersTo(admin, 'not what I meant')).at(-1)), false);
  });

  const protectedQuestions = [
    'Can I talk to Unison about my wages on WhatsApp?',
    'Can I go to the papers about the home?',
    'Can I tell the CQC about bad care on Twitter?',
    'Can I post about being harassed by my manager?',
    'am i allowed to speak to a solicitor about a post',
    'Can I show the police the messages?',
  ];
  for (const question of protectedQuestions) {
    it(`"${question}" is no flat yes or no and ends with the line that nobody is silenced`, async () => {
      const answers = await answersTo(product.teams.person('cook'), question);
      for (const { text } of answers) assert.doesNotMatch(text, /^\*\*(?:yes|no)\b/i);
      assert.ok(JSON.stringify(answers).includes(policy.protectedTopics.line));
    });
  }

  it('a follow-up to such a question ends with the line, too, and what happened after it stands by itself', async () => {
    const cook = product.teams.person('cook');
    await cook.says('Can I go to the papers about the home?');
    assert.ok(
      JSON.stringify(await answersTo(cook, 'and on Facebook?')).includes(policy.protectedTopics.line),
    );
    const told = await answersTo(cook, 'I posted a photo of a resident myself');
    assert.ok(!JSON.stringify(told).includes(policy.protectedTopics.line));
  });

  it('who owns up is thanked, told what to do and that nothing has been reported, and can report it', async () => {
    const answers = await answersTo(product.teams.person('nurse'), 'I posted a photo of a resident myself');
    assert.match(answers[0]?.text ?? '', /Thank you.*Stop sharing it.*union first.*not reported anything/s);
    assert.match(JSON.stringify(answers[1]?.card), /concerns\.start/);
  });

  it('Polish is answered in Polish, with the report button and the policy', async () => {
    const [answer] = await answersTo(
      product.teams.person('office'),
      'Czy mogę opublikować zdjęcie podopiecznego?',
    );
    const card = JSON.stringify(answer?.card);
    assert.match(card, /po angielsku.*999.*concerns\.start.*\/pages\/policy/);
  });

  it('a call for help in Polish gets the emergency card first', async () => {
    const answers = await answersTo(product.teams.person('office'), 'Pomocy, on mnie bije');
    assert.match(JSON.stringify(answers[0]?.card), /ring 999.*Safeguarding/);
    assert.match(JSON.stringify(answers[1]?.card), /niebezpieczeństwie/);
  });

  it('small talk gets one warm line and the way back', async () => {
    const answers = await answersTo(product.teams.person('driver'), 'thank you');
    assert.equal(answers.length, 1);
    assert.match(answers[0]?.text ?? '', /You're welcome.*question/);
  });
});
