import assert from 'node:assert/strict';
import type { TestProduct } from '../../../support/product';
import { channelCard, chatOf, seen, sendReport, startReporting } from '../reporting';

const KEY = Buffer.alloc(32, 9).toString('base64');
const OLD = Buffer.alloc(32, 3).toString('base64');

describe('The key for names is changed', () => {
  let product: TestProduct;
  before(async () => {
    ({ product } = await startReporting());
    await product.restart(undefined, { SECRET_NAME_KEY: OLD, NAME_KEY_ID: '2024' });
  });
  after(() => product.stop());

  it('reports of before still lead to their reporter, and theirs alone, as long as the older key is there', async () => {
    const reference = await sendReport(product);
    await product.restart(undefined, {
      ...{ SECRET_NAME_KEY: KEY, NAME_KEY_ID: '2026', SECRET_NAME_KEYS_OLD: `2024=${OLD}` },
    });
    const reporter = product.teams.person('night-carer');
    await reporter.says('my reports');
    assert.match(seen(await reporter.lastCardMessage()), new RegExp(reference));

    await product.teams
      .person('complaints-officer')
      .presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    assert.match(await chatOf(product, 'night-carer'), /has taken on your report/);
  });
});
