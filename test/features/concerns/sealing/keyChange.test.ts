import assert from 'node:assert/strict';
import type { TestProduct } from '../../../support/product';
import { channelCard, chatOf, seen, sendReport, startReporting, toReview } from '../reporting';

const KEY = Buffer.alloc(32, 9).toString('base64');
const OLD = Buffer.alloc(32, 3).toString('base64');

const DAY_MS = 24 * 60 * 60_000;
const BEFORE = { SECRET_NAME_KEY: OLD, NAME_KEY_ID: '2024' };
const NEW_ALONE = { SECRET_NAME_KEY: KEY, NAME_KEY_ID: '2026' };
const BOTH = { ...NEW_ALONE, SECRET_NAME_KEYS_OLD: `2024=${OLD}` };

describe('The key for names is changed', () => {
  let product: TestProduct;
  beforeEach(async () => {
    ({ product } = await startReporting());
    await product.restart(undefined, BEFORE);
  });
  afterEach(() => product.stop());

  const myReports = async (): Promise<string> => {
    const reporter = product.teams.person('night-carer');
    await reporter.says('my reports');
    return seen(await reporter.lastCardMessage());
  };

  it('reports of before still lead to their reporter, and theirs alone, as long as the older key is there', async () => {
    const reference = await sendReport(product);
    await product.restart(undefined, BOTH);
    assert.match(await myReports(), new RegExp(reference));
    await product.teams
      .person('complaints-officer')
      .presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    assert.match(await chatOf(product, 'night-carer'), /has taken on your report/);
  });

  it('the nightly job seals them anew, and from then on the older key is not needed', async () => {
    const reference = await sendReport(product);
    await product.restart(undefined, BOTH);
    await product.advance(DAY_MS);
    await product.restart(undefined, NEW_ALONE);
    assert.match(await myReports(), new RegExp(reference));
    await product.teams
      .person('complaints-officer')
      .presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    assert.match(await chatOf(product, 'night-carer'), /has taken on your report/);
    await product.teams.person('cook').says('my reports');
    assert.doesNotMatch(await chatOf(product, 'cook'), new RegExp(reference));
  });

  it('the older key is needed until then: a report leads to nobody without it, and back with it', async () => {
    const reference = await sendReport(product);
    await product.restart(undefined, NEW_ALONE);
    await product.advance(DAY_MS);
    assert.doesNotMatch(await myReports(), new RegExp(reference));
    await product.restart(undefined, BOTH);
    assert.match(await myReports(), new RegExp(reference));
  });

  it('cards in a chat can still be hidden once the older key is gone', async () => {
    const reference = await sendReport(product);
    await product.restart(undefined, BOTH);
    await product.advance(DAY_MS);
    await product.restart(undefined, NEW_ALONE);
    await product.teams.person('night-carer').says('hide my reports');
    await product.idle();
    const left = (await product.teams.person('night-carer').chat()).filter(({ deleted }) => !deleted);
    assert.doesNotMatch(left.map(seen).join(), new RegExp(reference));
  });

  it('a draft still ends, told, once the older key is gone', async () => {
    const cook = product.teams.person('cook');
    await toReview(cook);
    await product.restart(undefined, BOTH);
    await product.advance(DAY_MS);
    await product.advance(DAY_MS);
    await product.restart(undefined, NEW_ALONE);
    await product.advance(14 * DAY_MS);
    assert.match(await chatOf(product, 'cook'), /Your report was deleted/);
  });
});
