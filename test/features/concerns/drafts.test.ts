import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { chatOf, press, startReporting, toReview, WHAT } from './reporting';
import { storedRows } from './storedRows';

const DAY_MS = 24 * 60 * 60_000;
const REMINDER = 'Your report is not sent yet';
const DELETED = 'Your report was deleted';

describe('a report that is not sent', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));
  const times = async (words: string): Promise<number> =>
    (await chatOf(product, carer.key)).split(words).length - 1;

  it('is reminded of once, a day after it was put by', async () => {
    await toReview(carer);
    await press(carer, 'Save and finish later');
    await product.advance(DAY_MS - 60_000);
    assert.equal(await times(REMINDER), 0);
    await product.advance(60_000);
    assert.equal(await times(REMINDER), 1);
    await product.advance(2 * DAY_MS);
    assert.equal(await times(REMINDER), 1);
    await press(carer, 'Go on with my report');
    assert.equal((await times(WHAT)) > 0, true);
  });

  it('is put by with typed words as well', async () => {
    await carer.says('report');
    await carer.says('save and finish later');
    await product.advance(DAY_MS);
    assert.equal(await times(REMINDER), 1);
  });

  it('is deleted 14 days after its last change, and its reporter is told', async () => {
    await toReview(carer, { kind: 'other', affected: 'me', what: 'An invented thing of long ago.' });
    await product.advance(13 * DAY_MS);
    await carer.says('show my name');
    await product.advance(13 * DAY_MS);
    assert.equal(await times(DELETED), 0);
    await product.advance(DAY_MS);
    assert.equal(await times(DELETED), 1);
    assert.ok(
      !(await storedRows(product.storagePrefix)).some(({ text }) =>
        text.includes('An invented thing of long'),
      ),
    );
    await carer.says('report');
    assert.match(JSON.stringify(await carer.lastCardMessage()), /1 of 3/);
  });

  it('is not deleted 14 days after its last change when its reporter went on with it since', async () => {
    await toReview(carer);
    await product.advance(13 * DAY_MS);
    await carer.says('report');
    await product.advance(13 * DAY_MS);
    assert.equal(await times(DELETED), 0);
    await product.advance(DAY_MS);
    assert.equal(await times(DELETED), 1);
  });

  it('is not reminded of once it was sent', async () => {
    await toReview(carer);
    await press(carer, 'Save and finish later');
    await press(carer, 'Go on with my report');
    await press(carer, 'Send');
    await product.advance(DAY_MS);
    await product.advance(14 * DAY_MS);
    assert.equal((await times(REMINDER)) + (await times(DELETED)), 0);
  });

  it('is deleted also when its reporter blocked the bot', async () => {
    await toReview(carer, { kind: 'other', affected: 'me', what: 'A thing of somebody who left.' });
    await carer.blocksBot();
    await product.advance(14 * DAY_MS);
    const rows = JSON.stringify(await storedRows(product.storagePrefix));
    assert.doesNotMatch(rows, /A thing of somebody/);
  });

  it('is told of when Teams is back, and deleted then', async () => {
    await toReview(carer, { kind: 'other', affected: 'me', what: 'A patient thing.' });
    await product.teams.fail({ answer: 404, operation: 'send', conversation: carer.key });
    await product.advance(14 * DAY_MS);
    await product.teams.clearFaults();
    assert.equal(await times(DELETED), 0);
    await product.advance(20 * 60_000);
    assert.equal(await times(DELETED), 1);
  });
});
