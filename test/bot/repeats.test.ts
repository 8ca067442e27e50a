import assert from 'node:assert/strict';
import { startAzurite } from '../support/azurite';
import type { LossyStorage } from '../support/lossyStorage';
import { lossyStorage } from '../support/lossyStorage';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

/** Slower than the answer that the repeat waits for, so that the repeat comes while the first is being noted. */
const SLOW_MS = 100;

describe('An activity that comes to two instances at once', () => {
  it('is answered by one of them', async () => {
    const product = await startProduct();
    const other = await product.startAnother('two');
    try {
      const cook = product.teams.person('cook');
      const before = (await cook.chat()).length;
      for (let round = 1; round <= 10; round++) {
        const activity = product.teams.sampleActivity('messagePersonal', 'cook', { text: 'help' });
        await Promise.all([product.url, `http://127.0.0.1:${other.port}`].map((url) => send(url, activity)));
        assert.equal((await cook.chat()).length, before + round);
      }
    } finally {
      await other.stop();
      await product.stop();
    }

    async function send(url: string, activity: object): Promise<void> {
      const headers = {
        authorization: `Bearer ${product.teams.token()}`,
        'content-type': 'application/json',
      };
      const asked = { method: 'POST', headers, body: JSON.stringify(activity) };
      assert.equal((await fetch(`${url}/api/messages`, asked)).status, 200);
    }
  });
});

describe('An activity of which nothing is kept', () => {
  it('says nothing twice either when it comes again', async () => {
    const product = await startProduct();
    try {
      const cook = product.teams.person('cook');
      const activity = product.teams.sampleActivity('messagePersonal', 'cook', { text: 'report a concern' });
      const before = (await cook.chat()).length;
      await product.teams.sendRaw(activity);
      const after = (await cook.chat()).length;
      assert.ok(after > before);
      await product.teams.sendRaw(activity);
      assert.equal((await cook.chat()).length, after);
    } finally {
      await product.stop();
    }
  });
});

describe('An activity that comes again while storage is slow', () => {
  let line: LossyStorage;
  let product: TestProduct;
  before(async () => {
    line = await lossyStorage((await startAzurite()).connectionString);
    product = await startProduct({ connectionString: line.connectionString });
    line.slow(SLOW_MS);
  });
  after(async () => {
    line.slow(0);
    await product.stop();
    await line.close();
  });

  it('is answered once, although nobody has noted yet that the answer was sent', async () => {
    const cook = product.teams.person('cook');
    await cook.says('help');
    const before = (await cook.chat()).length;
    const activity = product.teams.sampleActivity('messagePersonal', 'cook', { text: 'help' });
    const answers = await Promise.all([1, 2, 3].map(() => product.teams.sendRaw(activity)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal((await cook.chat()).length, before + 1);
  });

  it('gets the same answer when it is a press, and what it says is said once', async () => {
    const cook = product.teams.person('cook');
    const before = (await cook.chat()).length;
    const press = product.teams.sampleActivity('invokeAdaptiveCardAction', 'cook', {
      value: { action: { type: 'Action.Execute', verb: 'help.ask', data: { verb: 'help.ask' } } },
    });
    const answers = await Promise.all([1, 2, 3].map(() => product.teams.sendRaw(press)));
    await product.idle();
    assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.equal((await cook.chat()).length, before + 1);
  });
});
