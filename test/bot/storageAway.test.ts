import assert from 'node:assert/strict';
import { startAzurite } from '../support/azurite';
import type { LossyStorage } from '../support/lossyStorage';
import { lossyStorage } from '../support/lossyStorage';
import { memberLeft } from '../support/memberLeft';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

describe('While storage is away', () => {
  let line: LossyStorage;
  let product: TestProduct;
  beforeEach(async () => {
    line = await lossyStorage((await startAzurite()).connectionString);
    product = await startProduct({ connectionString: line.connectionString });
  });
  afterEach(async () => {
    line.mend();
    await product.stop();
    await line.close();
  });

  it('what Teams tells of a team is not taken, nothing is said there, and it counts when it comes again', async () => {
    const left = memberLeft(product.teams, 'manager', 'managers/general');
    const before = (await product.teams.channel('managers/general').messages()).length;
    line.cut();
    assert.equal((await product.teams.sendRaw(left)).status, 503);
    line.mend();
    assert.equal((await product.teams.channel('managers/general').messages()).length, before);
    assert.equal((await product.teams.sendRaw(left)).status, 200);
    const manager = product.teams.person('manager');
    await manager.says('remind');
    assert.match((await manager.lastMessage()).text, /Only managers/);
  });

  it('a press in a channel is answered with kind words', async () => {
    const press = product.teams.sampleActivity(
      'invokeAdaptiveCardAction',
      'cook',
      { value: { action: { type: 'Action.Execute', verb: 'help.show', data: { verb: 'help.show' } } } },
      'care/general',
    );
    line.cut();
    const { status, body } = await product.teams.sendRaw(press);
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /Please try again in a minute/);
  });
});

describe('While storage refuses the bot’s key', () => {
  it('/health says 503, and the person is told to try again', async () => {
    const { connectionString } = await startAzurite();
    const line = await lossyStorage(connectionString);
    const product = await startProduct({ connectionString: line.connectionString });
    try {
      line.refuse(403);
      assert.equal((await fetch(`${product.url}/health`)).status, 503);
      const cook = product.teams.person('cook');
      assert.equal(await cook.says('help'), 200);
      assert.match((await cook.lastMessage()).text, /try again/);
    } finally {
      line.mend();
      await product.stop();
      await line.close();
    }
  });
});
