import assert from 'node:assert/strict';
import { startProduct } from '../../support/product';
import { seen, sendRequest, STAFF, textOf } from './frontDoor';

describe('a request while Teams takes no messages to staff, through the front door', () => {
  it('waits, says so, leaves questions their speed, and goes on by itself', async () => {
    const product = await startProduct();
    try {
      for (const conversation of STAFF)
        await product.teams.call('setFault', {}, { answer: 503, operation: 'send', conversation });
      const status = await sendRequest(product);
      await product.advance(5_000);
      await product.teams.settled();
      const card = textOf(await seen(product, 'manager', status));
      assert.match(card, /Teams does not answer: I go on by myself when it does\. 0 of 5 done/);
      assert.match(card, /Cannot be reached","value":"0"/);

      const began = performance.now();
      assert.equal(await product.teams.person('manager').says('Can I post a photo of a resident?'), 200);
      assert.ok(performance.now() - began < 1_000);

      await product.teams.call('clearFaults', {}, undefined);
      await product.advance(15_000);
      await product.advance(60_000);
      await product.advance(5_000);
      await product.teams.settled();
      for (const key of STAFF) {
        const chat = await product.teams.person(key).chat();
        assert.equal(chat.filter((message) => textOf(message)?.includes('Our policy')).length, 1, key);
      }
      assert.match(textOf(await seen(product, 'manager', status)), /Sent to everybody who can be reached/);
    } finally {
      await product.stop();
    }
  });
});
