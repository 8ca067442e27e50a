import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { STAFF, textOf, typed, wordsOf } from './frontDoor';

describe('"Send to me first", through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  before(async () => void (running.product = await startProduct()));
  after(() => product().stop());

  async function tried(changes: Record<string, string> = {}) {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const preview = await manager.lastCardMessage();
    await manager.presses(preview, 'Preview', await typed(product(), { title: 'To try', ...changes }));
    assert.match(wordsOf(await manager.presses(preview, 'Send to me first')), /have sent it to you/);
    await product().idle();
    await product().teams.settled();
    return { manager, preview, trial: await manager.lastCardMessage() };
  }

  it('shows the manager the card of staff, marked as a trial, and nobody else', async () => {
    const { trial, preview } = await tried();
    assert.notEqual(trial.id, preview.id);
    assert.match(textOf(trial), /This is a trial.*To try.*Read and confirm/);
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      assert.ok(!chat.some((each) => textOf(each)?.includes('To try')), key);
    }
  });

  it('lets them read to the end and records nothing, also for whoever else gets hold of it', async () => {
    const { manager, trial } = await tried();
    assert.match(wordsOf(await manager.presses(trial, 'Read and confirm')), /nothing is recorded.*Page 1 of/);
    for (let page = 1; page < 20; page++) {
      const last = textOf(await manager.lastCardMessage());
      assert.doesNotMatch(last, /"I confirm"/);
      if (!last.includes('"Next"')) break;
      await manager.presses(trial, 'Next');
    }
    const data = { verb: 'acknowledgements.confirm', campaign: idOn(textOf(trial)), part: '' };
    for (const who of ['manager', 'cook']) {
      const value = { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' };
      const special = { value, replyToId: trial.id } as never;
      const invoke = product().teams.sampleActivity('invokeAdaptiveCardAction', who, special);
      assert.match(JSON.stringify((await product().teams.sendRaw(invoke)).body), /This is a trial/, who);
    }
    await manager.says('my acknowledgements');
    assert.match((await manager.lastMessage()).text, /not confirmed a policy yet/);
  });

  it('has buttons that lead back to it', async () => {
    const { manager, trial } = await tried();
    await manager.presses(trial, 'I have a question');
    assert.match(wordsOf(await manager.presses(trial, 'Back to the request')), /This is a trial.*To try/);
  });

  it('may be pressed twice, and the request can still be sent, once', async () => {
    const { manager, preview } = await tried({ title: 'Tried twice' });
    await manager.presses(preview, 'Send to me first');
    await manager.presses(preview, 'Send');
    await product().idle();
    await product().teams.settled();
    const chat = await product().teams.person('cook').chat();
    assert.equal(chat.filter((each) => textOf(each)?.includes('Tried twice')).length, 1);
    await manager.says('status');
    assert.equal(textOf(await manager.lastCardMessage()).split('"Tried twice"').length, 2);
  });
});

function idOn(card: string): string {
  return /"campaign":"([0-9a-f]+)"/.exec(card)?.[1] ?? '';
}
