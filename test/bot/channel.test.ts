import assert from 'node:assert/strict';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

const PUBLIC = "I've replied in our chat.";

describe('In a channel', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  const newestInCare = async () => (await product.teams.channel('care/general').messages()).at(-1);

  for (const [what, text] of [
    ['a question', 'Can I post a photo of a resident?'],
    ['a concern', 'Somebody at work keeps sending me abusive messages and I do not know what to do.'],
    ['a greeting', 'Good morning'],
    ['a command', 'help'],
    ['something out of scope', 'How much holiday do I get?'],
  ] as const) {
    it(`${what} gets the same public words as everything else, and its answer in the private chat`, async () => {
      const cook = product.teams.person('cook');
      const before = (await cook.chat()).length;
      assert.equal(await cook.mentionsIn('care/general', text), 200);
      const publicly = await newestInCare();
      assert.deepEqual(
        [publicly?.text, publicly?.card, publicly?.summary],
        [PUBLIC, undefined, 'You have a message'],
      );
      assert.ok((await cook.chat()).length > before, 'nothing came in the private chat');
    });
  }

  it('a concern is told privately that the words in the channel may be deleted', async () => {
    const nurse = product.teams.person('nurse');
    await nurse.mentionsIn('care/general', 'A colleague has put a photograph of a client on Instagram.');
    const said = (await nurse.chat()).map(({ text }) => text).join('\n');
    assert.match(said, /delete/);
  });

  it('the answer comes in a new private chat to somebody who never opened one', async () => {
    const driver = product.teams.person('driver');
    await driver.uninstallsBot();
    const before = (await driver.chat()).length;
    assert.equal(await driver.mentionsIn('care/general', 'Can I post a photo of a resident?'), 200);
    assert.ok((await driver.chat()).length > before);
  });

  it('somebody who has blocked the bot is told in public only to open a chat', async () => {
    const office = product.teams.person('office');
    await office.blocksBot();
    assert.equal(await office.mentionsIn('care/general', 'Can I post a photo of a resident?'), 200);
    assert.doesNotMatch((await newestInCare())?.text ?? '', /P5\.11|photo/);
  });

  it('a press by somebody who has no chat with the bot is answered to them alone', async () => {
    await product.teams.person('second-admin').uninstallsBot();
    const mend = await product.teams.fail({ answer: 403, operation: 'createConversation' });
    const value = { action: { type: 'Action.Execute', verb: 'help.show', data: { verb: 'help.show' } } };
    const press = product.teams.sampleActivity(
      'invokeAdaptiveCardAction',
      'second-admin',
      { value },
      'complaints/concerns',
    );
    const before = (await product.teams.channel('complaints/concerns').messages()).length;
    const { status, body } = await product.teams.sendRaw(press);
    await mend();
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /cannot write to you in private/);
    assert.equal((await product.teams.channel('complaints/concerns').messages()).length, before);
  });
});
