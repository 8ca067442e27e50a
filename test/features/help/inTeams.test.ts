import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';

async function welcomes(who: PersonDriver): Promise<number> {
  return (await who.chat()).filter(({ card }) => JSON.stringify(card ?? {}).includes('help.confirming'))
    .length;
}

describe('Help in Teams', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  it('shows everybody what their role can do', async () => {
    const cardOf = async (key: string) => {
      const who = product.teams.person(key);
      await who.says('help');
      return JSON.stringify(await who.lastCard());
    };
    assert.doesNotMatch(await cardOf('cook'), /acknowledgements\.remind|concerns channel|Set me up/);
    assert.match(await cardOf('manager'), /acknowledgements\.remind/);
    assert.match(await cardOf('complaints-officer'), /concerns channel/);
    assert.match(await cardOf('admin'), /Set me up/);
  });

  it('makes an offer to words that nobody understands, with buttons that work', async () => {
    const cook = product.teams.person('cook');
    await cook.says('xyzzy plugh');
    const offer = await cook.lastCardMessage();
    assert.equal((await cook.presses(offer, 'See everything I can do')).result.kind, 'card');
    await cook.presses(offer, 'Ask a question');
    assert.equal((await cook.lastMessage()).suggestedActions.length, 3);
  });

  it('starts a report from its button', async () => {
    const driver = product.teams.person('driver');
    await driver.says('help');
    const press = await driver.presses(await driver.lastCardMessage(), 'Report a concern');
    assert.equal(press.status, 200);
    assert.match(JSON.stringify(await driver.chat()), /danger/);
  });

  it('starts a request from its button', async () => {
    const manager = product.teams.person('manager');
    await manager.says('help');
    const press = await manager.presses(await manager.lastCardMessage(), 'Send a request');
    assert.equal(press.status, 200);
    assert.match(JSON.stringify(await manager.lastCard()), /acknowledgements\.preview/);
  });
});

describe('The welcome in Teams', () => {
  let product: TestProduct;
  beforeEach(async () => {
    product = await startProduct({ setUp: false });
  });
  afterEach(() => product.stop());

  it('comes once to a person, whatever Teams sends again', async () => {
    const cook = product.teams.person('cook');
    await cook.installsBot();
    await cook.upgradesBot();
    await cook.says('hello');
    assert.equal(await welcomes(cook), 1);
  });

  it('comes again to somebody who removed the bot and installed it anew', async () => {
    const cook = product.teams.person('cook');
    await cook.installsBot();
    await cook.uninstallsBot();
    await cook.installsBot();
    assert.equal(await welcomes(cook), 2);
  });

  it('of a team is one card in its channel, and nobody is written to privately', async () => {
    await product.teams.team('care').installsBot('manager');
    await product.idle();
    const cards = (await product.teams.channel('care/general').messages()).filter(({ card }) => card);
    assert.equal(cards.length, 1);
    assert.match(JSON.stringify(cards[0]?.card), /private chat/);
    for (const key of ['cook', 'manager', 'nurse'])
      assert.deepEqual(await product.teams.person(key).chat(), []);
  });
});
