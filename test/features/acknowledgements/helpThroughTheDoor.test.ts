import assert from 'node:assert/strict';
import type { MessageView } from '../../../src/localTeams/api';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { dataOf, readAndConfirm, seen, sendRequest, textOf, titlesOf, wordsOf } from './frontDoor';

describe('questions and help from a request, through the front door', () => {
  const running: { product?: TestProduct; status?: MessageView; lines?: string[] } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => {
    running.lines = [];
    running.product = await startProduct({ onLog: (line) => void running.lines?.push(line) });
    running.status = await sendRequest(product());
  });
  afterEach(() => product().stop());

  const person = (key: string) => product().teams.person(key);
  const settled = async (): Promise<void> => {
    await product().idle();
    await product().teams.settled();
  };
  const messagesWith = async (key: string, words: RegExp): Promise<MessageView[]> =>
    (await person(key).chat()).filter((message) => words.test(textOf(message) ?? ''));

  async function asksForHelp(key: string, help: string): Promise<string> {
    const [message] = await messagesWith(key, /Lanternby/);
    assert.ok(message);
    await person(key).presses(message, 'I need help to understand this');
    const answer = wordsOf(await person(key).presses(message, 'Ask for this', { help }));
    await settled();
    return answer;
  }

  it('the card says who asks, by when, and that it is done in paid time, and has four ways on', async () => {
    const message = await person('cook').lastCardMessage();
    assert.match(textOf(message), /Marnie Lanternby.*2 December 2026.*Do this in paid time.*The main points/);
    assert.deepEqual(titlesOf(message.card), [
      'Read and confirm',
      'I have a question',
      'I need help to understand this',
      'Not now',
    ]);
  });

  it('"I have a question" says that it can be typed now, is answered, and leads back to the request', async () => {
    const message = await person('cook').lastCardMessage();
    const asked = await person('cook').presses(message, 'I have a question');
    assert.match(wordsOf(asked), /Type your question now.*Back to the request/);
    await person('cook').says('Can I post a photo of a resident?');
    assert.match((await person('cook').lastMessage()).text, /Never post pictures of service users/);
    const back = await person('cook').presses(message, 'Back to the request');
    assert.match(wordsOf(back), /Read and confirm.*Not now/);
    assert.match(wordsOf(await readAndConfirmFrom(message)), /Page 1 of 6/);
  });

  const readAndConfirmFrom = (message: MessageView) => person('cook').presses(message, 'Read and confirm');

  for (const [help, words] of [
    ['person', 'a person to explain it'],
    ['interpreter', 'an interpreter'],
    ['aloud', 'somebody to read it aloud'],
  ] as const) {
    it(`tells the manager who would like ${words}, by name`, async () => {
      assert.match(await asksForHelp('cook', help), new RegExp(`Marnie Lanternby.*${words}`));
      const [told, ...more] = await messagesWith('manager', /Somebody asks for help/);
      assert.match(textOf(told ?? {}), new RegExp(`Crispin Crumpet.*${words}`));
      assert.equal(more.length, 0);
    });
  }

  it('asking for help is neither a confirmation nor a refusal, and can be seen beside the name', async () => {
    await asksForHelp('cook', 'interpreter');
    await product().advance(5_000);
    const status = running.status as MessageView;
    assert.match(textOf(await seen(product(), 'manager', status)), /0 of 5.*Still to confirm","value":"5"/);
    const names = await person('manager').presses(status, 'See names');
    assert.match(
      wordsOf(names),
      /Crispin Crumpet[^}]*}[^}]*}[^}]*Asked for an interpreter on 18 November 2026/,
    );
    await person('cook').presses(await person('cook').lastCardMessage(), 'Back to the request');
    assert.match(wordsOf(await readAndConfirm(product(), 'cook')), /Receipt number/);
  });

  it('asking twice for the same tells the manager once; for something else, once more', async () => {
    for (const help of ['interpreter', 'interpreter', 'aloud', 'interpreter']) {
      await asksForHelp('cook', help);
      const [message] = await messagesWith('cook', /Thank you for saying so/);
      await person('cook').presses(message as MessageView, 'Back to the request');
    }
    assert.equal((await messagesWith('manager', /Somebody asks for help.*an interpreter/)).length, 1);
    assert.equal((await messagesWith('manager', /Somebody asks for help/)).length, 2);
  });

  it('must be chosen; going back needs no choice', async () => {
    const message = await person('cook').lastCardMessage();
    await person('cook').presses(message, 'I need help to understand this');
    await assert.rejects(person('cook').presses(message, 'Ask for this', {}), /filled in/);
    const back = await person('cook').presses(message, 'Back to the request');
    assert.match(wordsOf(back), /Read and confirm/);
    await settled();
    assert.equal((await messagesWith('manager', /Somebody asks for help/)).length, 0);
  });

  it('reaches the manager although Teams failed at first', async () => {
    const message = await person('cook').lastCardMessage();
    await person('cook').presses(message, 'I need help to understand this');
    await product().teams.call(
      'setFault',
      {},
      { answer: 503, operation: 'send', conversation: 'manager', times: 6 },
    );
    await person('cook').presses(message, 'Ask for this', { help: 'person' });
    await settled();
    await product().teams.clearFaults();
    await product().advance(60_000);
    await settled();
    assert.equal((await messagesWith('manager', /Somebody asks for help/)).length, 1);
  });

  it('tells the person when the manager cannot be told, and no name comes into the log', async () => {
    await person('manager').blocksBot();
    await asksForHelp('cook', 'person');
    const told = await messagesWith('cook', /I could not reach your manager/);
    assert.equal(told.length, 1);
    assert.ok(running.lines?.some((line) => line.includes('managerNotTold')));
    assert.ok(!running.lines?.some((line) => line.includes('Crumpet') || line.includes('Lanternby')));
  });

  it('shows the receipt to who has confirmed on another phone meanwhile, and tells nobody', async () => {
    const before = await person('cook').lastCardMessage();
    const { campaign, part } = dataOf(before.card, 'I need help to understand this');
    await readAndConfirm(product(), 'cook');
    const verb = 'acknowledgements.askForHelp';
    const onAnotherPhone = product().teams.sampleActivity('invokeAdaptiveCardAction', 'cook', {
      replyToId: before.id,
      value: {
        action: { type: 'Action.Execute', verb, data: { verb, campaign, part, help: 'person' } },
        trigger: 'manual',
      },
    });
    const late = await product().teams.sendRaw(onAnotherPhone);
    assert.match(JSON.stringify(late.body), /Thank you\. You have confirmed/);
    await settled();
    assert.equal((await messagesWith('manager', /Somebody asks for help/)).length, 0);
  });
});
