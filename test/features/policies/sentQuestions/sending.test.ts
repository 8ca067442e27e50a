import assert from 'node:assert/strict';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { SEND_COMMAND } from '../../../../src/features/policies/sentQuestions/sendCommand';
import { createSentQuestionStore } from '../../../../src/features/policies/sentQuestions/sentQuestionStore';
import type { TestProduct } from '../../../support/product';
import { seen, startReporting, toast } from '../../concerns/reporting';

/** A question that the policy does not answer, with names in it. */
const QUESTION = 'can I get sacked for a facebook post about gurpreet singh in ulverston';
const REDACTED = 'can I get sacked for a facebook post about […] in […]';
const HALF_AN_HOUR = 31 * 60_000;

describe('Sending a question to the policy team', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
  });
  after(() => product.stop());

  const stored = () => createSentQuestionStore(product.storage).all();

  /** Somebody who asked what the policy does not say. */
  async function asked(question = QUESTION): Promise<PersonDriver> {
    const person = next();
    await person.says(question);
    return person;
  }

  /** The card that shows what would go. */
  async function previewed(question?: string): Promise<{ person: PersonDriver; card: MessageView }> {
    const person = await asked(question);
    await person.pressesSuggestion(SEND_COMMAND);
    return { person, card: await person.lastCardMessage() };
  }

  async function cardAt(person: PersonDriver, { id }: MessageView): Promise<string> {
    return JSON.stringify((await person.chat()).find((message) => message.id === id)?.card);
  }

  it('is the last of the suggestions when the policy does not say', async () => {
    const { suggestedActions, text } = await (await asked()).lastMessage();
    assert.match(text, /The policy does not say/);
    assert.equal(suggestedActions.at(-1)?.title, SEND_COMMAND);
    assert.ok(suggestedActions.length <= 3);
  });

  it('shows first what would go, word for word, and sends nothing yet', async () => {
    const before = await stored();
    const { card } = await previewed();
    assert.ok(seen(card).includes(REDACTED));
    assert.match(seen(card), /This is all that is sent\. Nobody can see that it was you\./);
    assert.doesNotMatch(seen(card), /gurpreet|singh|ulverston/i);
    assert.deepEqual(await stored(), before);
  });

  it('keeps what was shown, its week, topic and clauses, and nothing else', async () => {
    const { person, card } = await previewed();
    const press = await person.presses(card, 'Send');
    assert.match(seen(press), /Sent\. Thank you\./);
    assert.match(await cardAt(person, card), /Sent\. Thank you\./);
    const [kept, ...others] = (await stored()).filter(({ text }) => text === REDACTED);
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(kept ?? {}).sort(), ['clauses', 'text', 'topic', 'week']);
    assert.equal(kept?.week, '2026-W47');
    assert.equal(kept.topic, 'penalties');
  });

  it('keeps a question once, however often Send is pressed and sent again', async () => {
    const { person, card } = await previewed('can we get sacked for pineapple pictures');
    const presses = await Promise.all([1, 2, 3].map(() => person.presses(card, 'Send')));
    for (const press of presses) assert.match(seen(press), /Sent\. Thank you\./);
    const deliveries = await product.teams.call('deliveries', {}, undefined);
    for (const { activityId } of deliveries.filter(({ what }) => what.includes('adaptiveCard')).slice(-3))
      assert.equal(await product.teams.redeliver(activityId), 200);
    assert.equal((await stored()).filter(({ text }) => text.includes('pineapple')).length, 1);
  });

  it('does not keep it again from a second card', async () => {
    const { person, card } = await previewed('can we get sacked for cabbage pictures');
    await person.says(SEND_COMMAND);
    const second = await person.lastCardMessage();
    await person.presses(card, 'Send');
    assert.match(toast(await person.presses(second, 'Send')), /no longer have that question/);
    assert.equal((await stored()).filter(({ text }) => text.includes('cabbage')).length, 1);
  });

  it('keeps nothing when it is not to be sent', async () => {
    const { person, card } = await previewed('can we get sacked for turnip pictures');
    await person.presses(card, 'Don’t send');
    assert.match(await cardAt(person, card), /Not sent\. Nobody has seen it\./);
    assert.ok(!(await stored()).some(({ text }) => text.includes('turnip')));
  });

  it('is done with typed words as well', async () => {
    const person = await asked();
    await person.says('send this question to the policy team without my name');
    assert.ok(seen(await person.lastMessage()).includes(REDACTED));
  });

  it('is offered on a card after “None of these”, for the question that the choices were for', async () => {
    const { person, choices } = await choosing();
    await person.says(QUESTION);
    await person.presses(choices, 'None of these');
    const offer = await person.lastCardMessage();
    assert.ok(seen(offer).includes(SEND_COMMAND));
    await person.presses(offer, SEND_COMMAND);
    assert.match(await cardAt(person, offer), /This is all that is sent/);
    assert.doesNotMatch(await cardAt(person, offer), /sacked/);
  });

  it('is not offered when the question of the choices is forgotten', async () => {
    const { person, choices } = await choosing();
    await product.advance(HALF_AN_HOUR);
    await person.presses(choices, 'None of these');
    assert.match((await person.lastMessage()).text, /other words/);
  });

  it('asks kindly for the question again when half an hour has passed', async () => {
    const { person, card } = await previewed('can we get sacked for parsnip pictures');
    await product.advance(HALF_AN_HOUR);
    assert.match(toast(await person.presses(card, 'Send')), /no longer have that question/);
    assert.ok(!(await stored()).some(({ text }) => text.includes('parsnip')));
    await person.says(SEND_COMMAND);
    assert.match((await person.lastMessage()).text, /no question of yours/);
  });

  it('does not send a question of which too little is left', async () => {
    const person = await asked('Chukwuemeka Okafor 12/03/1934 Kendal?');
    await person.says(SEND_COMMAND);
    assert.match((await person.lastMessage()).text, /too little left/);
  });

  it('is never offered in a channel, and done there neither', async () => {
    const person = product.teams.person('night-carer');
    await person.mentionsIn('care/general', QUESTION);
    assert.doesNotMatch(seen(await person.lastMessage()), /policy team/);
    await person.mentionsIn('care/general', SEND_COMMAND);
    assert.match((await person.lastMessage()).text, /our own chat/);
    await person.says(SEND_COMMAND);
    assert.match((await person.lastMessage()).text, /no question of yours/);
  });

  for (const [what, words] of [
    ['a concern', 'A colleague has put a client’s photograph on Instagram.'],
    ['an own deed', 'I’ve made a mistake, I put a client’s name online'],
    ['danger', 'He has messaged that he is waiting outside my house with a knife.'],
    ['distress', 'I want to kill myself'],
  ] as const) {
    it(`is never offered after ${what}, and there is nothing to send`, async () => {
      const person = await asked(words);
      assert.doesNotMatch(seen(await person.lastMessage()), /policy team/);
      await person.says(SEND_COMMAND);
      assert.match((await person.lastMessage()).text, /no question of yours/);
    });
  }

  it('takes a card’s data for what it is: keys that may be wrong', async () => {
    const person = await asked();
    for (const data of [{}, { question: 'x', row: 'y' }, { question: { $ne: '' }, row: 7 }]) {
      const value = { action: { type: 'Action.Execute', verb: 'policies.sendQuestion', data } };
      const press = product.teams.sampleActivity('invokeAdaptiveCardAction', person.key, { value });
      assert.match(JSON.stringify((await product.teams.sendRaw(press)).body), /no longer have that question/);
    }
  });

  /** Asks until the bot offers choices; which words it is unsure of is the engine's to know. */
  async function choosing(): Promise<{ person: PersonDriver; choices: MessageView }> {
    const person = next();
    for (const text of [
      'telling people things',
      'what about a group',
      'what about online',
      'anything about comments',
    ]) {
      // By itself, and not as a follow-up to the one before.
      await product.advance(HALF_AN_HOUR);
      await person.says(text);
      const choices = await person.lastMessage();
      if (seen(choices).includes('policies.none')) return { person, choices };
    }
    throw new Error('The engine is sure of all of these: put in words that it is not sure of.');
  }
});
