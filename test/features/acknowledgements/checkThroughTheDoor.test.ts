import assert from 'node:assert/strict';
import type { MessageView } from '../../../src/localTeams/api';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { careTeamId, seen, sendRequest, STAFF, textOf, titlesOf, wordsOf } from './frontDoor';
import { chosen } from './rightAnswers';

describe('the questions at the end, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const cardOf = async (key: string, message: MessageView) => (await seen(product(), key, message)).card;

  /** Reads to the end and opens the questions. */
  async function openQuestions(key: string): Promise<MessageView> {
    const person = product().teams.person(key);
    const message = await person.lastCardMessage();
    await person.presses(message, 'Read and confirm');
    while (titlesOf(await cardOf(key, message)).includes('Next')) await person.presses(message, 'Next');
    await person.presses(message, 'Go to the questions');
    return message;
  }

  async function answer(key: string, message: MessageView, how: 'right' | 'wrong'): Promise<string> {
    const inputs = chosen(await cardOf(key, message), how);
    return wordsOf(await product().teams.person(key).presses(message, 'Check my answers', inputs));
  }

  it('are on unless the manager takes them away on the compose card', async () => {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const message = await manager.lastCardMessage();
    assert.match(textOf(message), /Ask two or three short questions at the end","wrap":true,"value":"true"/);
    await manager.presses(message, 'Preview', { teams: await careTeamId(product()), check: 'false' });
    assert.match(wordsOf(await manager.presses(message, 'Back')), /questions at the end[^}]*"value":"false"/);
  });

  it('are answered, with the words of the policy after a wrong one, and then comes the confirmation', async () => {
    await sendRequest(product(), { check: 'true' });
    const cook = product().teams.person('cook');
    const message = await openQuestions('cook');
    assert.match(await answer('cook', message, 'wrong'), /Not quite\. The policy says \([APR]/);
    assert.match(await answer('cook', message, 'right'), /Now you can confirm/);
    const receipt = wordsOf(await cook.presses(message, 'I confirm'));
    assert.match(receipt, /Thank you\. You have confirmed\..*Answered on 18 November 2026/);
    await product().idle();
    await cook.reacts(message, { type: 'like' });
    assert.match(textOf(await seen(product(), 'cook', message)), /Thank you\. You have confirmed/);
  });

  it('must all be chosen before they are checked', async () => {
    await sendRequest(product(), { check: 'true' });
    const message = await openQuestions('cook');
    await assert.rejects(
      product().teams.person('cook').presses(message, 'Check my answers', {}),
      /filled in/,
    );
  });

  it('lead back to the policy without an answer', async () => {
    await sendRequest(product(), { check: 'true' });
    const message = await openQuestions('cook');
    const back = await product().teams.person('cook').presses(message, 'Back to the policy');
    assert.match(wordsOf(back), /Page 6 of 6.*Go to the questions/);
  });

  it('show the manager wrong answers from five on, and never whose they were', async () => {
    const status = await sendRequest(product(), { check: 'true' });
    const message = await openQuestions('cook');
    for (let tries = 0; tries < 5; tries++) await answer('cook', message, 'wrong');
    await product().idle();
    const manager = product().teams.person('manager');
    const words = wordsOf(await manager.presses(status, 'Hard questions'));
    assert.match(words, /"5".* wrong answers: /);
    assert.match(words, /All other questions: fewer than 5 wrong answers/);
    assert.doesNotMatch(words, /Crumpet/);
  });

  it('count a wrong try once when Teams delivers the press again', async () => {
    const status = await sendRequest(product(), { check: 'true' });
    const message = await openQuestions('cook');
    for (let tries = 0; tries < 4; tries++) await answer('cook', message, 'wrong');
    const deliveries = await product().teams.call('deliveries', {}, undefined);
    const press = deliveries.filter(({ what }) => what.startsWith('invoke')).at(-1);
    await product().teams.redeliver(press?.activityId ?? '');
    await product().idle();
    const words = wordsOf(await product().teams.person('manager').presses(status, 'Hard questions'));
    assert.match(words, /Every question: fewer than 5/);
  });

  it('are answered after a restart as before it', async () => {
    await sendRequest(product(), { check: 'true' });
    const message = await openQuestions('cook');
    await product().restart();
    assert.match(await answer('cook', message, 'right'), /Now you can confirm/);
    await product().restart();
    const receipt = await product().teams.person('cook').presses(message, 'I confirm');
    assert.match(wordsOf(receipt), /Thank you/);
  });

  it('are for each person their own', async () => {
    await sendRequest(product(), { check: 'true' });
    const labels: string[] = [];
    for (const key of STAFF.slice(0, 3)) {
      const message = await openQuestions(key);
      labels.push(JSON.stringify(textOf(await seen(product(), key, message)).match(/"label":"[^"]+"/g)));
    }
    assert.equal(new Set(labels).size, 3);
  });
});
