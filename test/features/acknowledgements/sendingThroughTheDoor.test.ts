import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { seen, sendRequest, STAFF, textOf, typed, wordsOf } from './frontDoor';

describe('writing and sending a request, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  before(async () => void (running.product = await startProduct()));
  after(() => product().stop());

  it('is refused to staff in words', async () => {
    const cook = product().teams.person('cook');
    await cook.says('remind');
    assert.match((await cook.lastMessage()).text, /Only managers and administrators/);
  });

  for (const words of ['new reminder', 'send the policy']) {
    it(`begins with "${words}" too`, async () => {
      const manager = product().teams.person('manager');
      await manager.says(words);
      await product().teams.settled();
      assert.match(textOf(await manager.lastCardMessage()), /Which teams\?/);
    });
  }

  it('begins from the button on the help card too', async () => {
    const manager = product().teams.person('manager');
    await manager.says('help');
    await manager.presses(await manager.lastCardMessage(), { verb: 'acknowledgements.remind' });
    await product().teams.settled();
    assert.match(textOf(await manager.lastCardMessage()), /Which teams\?/);
  });

  it('shows a preview with the number of people, and goes back with what was typed', async () => {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const message = await manager.lastCardMessage();
    const preview = await manager.presses(
      message,
      'Preview',
      await typed(product(), { title: '**A** ${title} <b>' }),
    );
    assert.match(wordsOf(preview), /"5 people".*Care team.*\*\*A\*\* \$\{title\} <b>/);
    const back = await manager.presses(message, 'Back');
    assert.match(wordsOf(back), /"value":"\*\*A\*\* \$\{title\} <b>"/);
  });

  it('answers a date in the past and a title of 5,000 characters that a client let through', async () => {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const message = await manager.lastCardMessage();
    const [action] = (message.card?.['actions'] ?? []) as { data: Record<string, unknown> }[];
    for (const [changes, words] of [
      [{ due: '2026-11-17' }, 'in the past'],
      [{ title: 'x'.repeat(5_000) }, '5000 characters'],
    ] as const) {
      const data = { ...action?.data, ...(await typed(product(), changes)) };
      const value = {
        action: { type: 'Action.Execute', verb: 'acknowledgements.preview', data },
        trigger: 'manual',
      };
      const special = { value, replyToId: message.id } as never;
      const invoke = product().teams.sampleActivity('invokeAdaptiveCardAction', 'manager', special);
      const { body } = await product().teams.sendRaw(invoke);
      assert.ok(JSON.stringify(body).includes(words), words);
    }
  });

  it('sends nothing while Teams does not say that the manager still is one', async () => {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const message = await manager.lastCardMessage();
    await manager.presses(message, 'Preview', await typed(product(), { title: 'Unconfirmed' }));
    const fault = await product().teams.call('setFault', {}, { answer: 403, operation: 'member' });
    assert.match(wordsOf(await manager.presses(message, 'Send')), /nothing was sent/);
    await product().teams.call('clearFault', { fault: fault.id }, undefined);
    await product().idle();
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      assert.ok(!chat.some((each) => textOf(each)?.includes('Unconfirmed')));
    }
  });

  it('makes one request of a press on Send that Teams delivers again', async () => {
    const status = await sendRequest(product(), { title: 'Twice pressed' });
    const deliveries = await product().teams.call('deliveries', {}, undefined);
    const last = deliveries.findLast((each) => each.what === 'invoke adaptiveCard/action');
    await product().teams.call('redeliver', {}, { activityId: last?.activityId ?? '' });
    await product().idle();
    await product().teams.settled();
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      assert.equal(chat.filter((each) => textOf(each)?.includes('Twice pressed')).length, 1, key);
    }
    await product().advance(5_000);
    assert.match(textOf(await seen(product(), 'manager', status)), /0 of 5/);
  });

  it('is listed by status, and opens from there', async () => {
    await sendRequest(product(), { title: 'Listed' });
    const manager = product().teams.person('manager');
    await manager.says('status');
    const list = await manager.lastCardMessage();
    assert.match(textOf(list), /Your newest requests.*Listed/);
    assert.match(wordsOf(await manager.presses(list, { title: 'Open' })), /0 of 5/);
  });

  it('answers a press with ids that nobody has, from anybody, with the policy to read', async () => {
    await sendRequest(product());
    const { id } = await product().teams.person('cook').lastCardMessage();
    for (const data of [
      {},
      { campaign: 'foreign', part: '0-0' },
      { campaign: 7, part: { x: 1 }, page: 'no' },
    ]) {
      const action = { type: 'Action.Execute', verb: 'acknowledgements.read' };
      const value = { action: { ...action, data: { verb: action.verb, ...data } }, trigger: 'manual' };
      const special = { value, replyToId: id };
      const invoke = product().teams.sampleActivity(
        'invokeAdaptiveCardAction',
        'complaints-officer',
        special,
      );
      const { status, body } = await product().teams.sendRaw(invoke);
      assert.equal(status, 200);
      assert.match(JSON.stringify(body), /no longer there.*Page 1 of/);
    }
  });
});
