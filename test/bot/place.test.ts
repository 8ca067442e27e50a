import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/localTeams/json';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

describe('Where something was said', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  for (const type of [undefined, 'meeting', 'Channel']) {
    it(`is no private chat when a channel's conversation is of the type ${type}`, async () => {
      const text = '<at>Policy helper</at> Can I post a photo of a resident?';
      const activity = product.teams.sampleActivity('messageChannel', 'cook', { text }, 'care/general');
      const { conversationType: _, ...rest } = activity['conversation'] as JsonObject;
      const conversation = type ? { ...rest, conversationType: type } : rest;
      const cook = product.teams.person('cook');
      const before = (await cook.chat()).length;
      const strange = { ...activity, id: `strange-${type}`, conversation };
      assert.equal((await product.teams.sendRaw(strange)).status, 200);
      assert.ok((await cook.chat()).length > before, 'the answer did not come to their own chat');
      const said = (await product.teams.channel('care/general').messages()).map((message) => message.text);
      assert.doesNotMatch(said.slice(-2).join('\n'), /P5\.11/);
    });
  }
});
