import assert from 'node:assert/strict';
import { startProduct } from '../support/product';

describe('The product on one machine', () => {
  it('answers a carer with the clause', async () => {
    const product = await startProduct();
    try {
      const carer = product.teams.person('night-carer');
      assert.equal(await carer.says('Can I post a photo of a resident?'), 200);
      const answer = await carer.lastMessage();
      assert.match(answer.text ?? '', /P5\.11/);
    } finally {
      await product.stop();
    }
  });
});
