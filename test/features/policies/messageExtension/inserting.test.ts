import assert from 'node:assert/strict';
import type { MessageView } from '../../../../src/localTeams/api';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';

describe('A clause that somebody puts into a chat', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  const fromPeople = (messages: MessageView[]) => messages.filter(({ from }) => from.kind === 'person');

  it('can be read by the others in a channel, and opened, and the bot says nothing to it', async () => {
    const [cook, nurse] = [product.teams.person('cook'), product.teams.person('nurse')];
    const found = await cook.searches('friend request', 'care/general');
    await cook.inserts(found, 0, { conversation: 'care/general' });
    await product.idle();
    const last = (await nurse.sees('care/general')).at(-1);
    assert.ok(last);
    assert.deepEqual(last.from, { kind: 'person', name: 'Crispin Crumpet', key: 'cook' });
    assert.match(JSON.stringify(last.card), /Clause P5\.9/);
    const pressed = await nurse.presses(last, 'Open it in the policy');
    assert.deepEqual(pressed.result, { kind: 'link', url: `${product.url}/pages/policy?clause=P5.9` });
  });

  it('is no question and no picture in the chat with the bot, so the bot is silent', async () => {
    const driver = product.teams.person('driver');
    const before = (await driver.chat()).length;
    const { botStatus } = await driver.inserts(await driver.searches('5.9'), 0);
    await product.idle();
    assert.equal(botStatus, 200);
    const added = (await driver.chat()).slice(before);
    assert.deepEqual([added.length, fromPeople(added).length], [1, 1]);
  });

  it('does not disturb a report that is being written', async () => {
    const cook = product.teams.person('cook');
    await cook.says('report');
    const before = await cook.lastMessage();
    await cook.inserts(await cook.searches('5.9'), 0);
    await product.idle();
    assert.equal((await cook.chat()).at(-2)?.id, before.id);
    const pressed = await cook.presses(before, 'No');
    assert.equal(pressed.status, 200);
    assert.notEqual(pressed.result.kind, 'failed');
  });
});
