import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { channelCards, press, referenceIn, seen, startReporting, toReview, WHAT } from './reporting';

describe('an activity that Teams brings again', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));

  /** The activity of what a person did last that is of this kind. */
  async function lastActivity(what: string): Promise<string> {
    const { chatId } =
      (await product.teams.call('world', {}, undefined)).people.find(({ key }) => key === carer.key) ??
      assert.fail();
    const deliveries = await product.teams.call('deliveries', {}, undefined);
    const last = deliveries.findLast(
      (delivery) => delivery.what.startsWith(what) && delivery.conversationId === chatId,
    );
    return last?.activityId ?? assert.fail();
  }

  it('adds the same words once, also when more was said in between', async () => {
    for (const words of ['report', 'no', 'something else', 'me']) await carer.says(words);
    const me = await lastActivity('message');
    await carer.says(WHAT);
    const what = await lastActivity('message');
    for (const again of [me, what]) assert.equal(await product.teams.redeliver(again), 200);
    const review = seen(await carer.lastCardMessage());
    assert.match(review, /3 of 3/);
    assert.ok(review.includes(`"text":"${WHAT}"`));
  });

  it('sends a report once, and shows the receipt again', async () => {
    await toReview(carer);
    await press(carer, 'Send', { name: 'kept' });
    const reference = referenceIn(await carer.lastCardMessage());
    assert.equal(await product.teams.redeliver(await lastActivity('invoke')), 200);
    await product.idle();
    assert.equal(referenceIn(await carer.lastCardMessage()), reference);
    assert.equal((await channelCards(product)).filter((card) => seen(card).includes(reference)).length, 1);
  });

  it('adds the same detail once', async () => {
    await toReview(carer);
    await press(carer, 'Send', { name: 'kept' });
    const reference = referenceIn(await carer.lastCardMessage());
    await press(carer, 'Add something');
    await press(carer, 'Save and next', { detail: 'An invented place' });
    await product.teams.redeliver(await lastActivity('invoke'));
    await product.idle();
    const card = (await channelCards(product)).find((one) => seen(one).includes(reference)) ?? assert.fail();
    const { result } = await product.teams.person('complaints-lead').presses(card, 'Open');
    assert.equal(JSON.stringify(result).split('An invented place').length - 1, 1);
  });

  it('does not touch a report that was begun after it', async () => {
    for (const words of ['report', 'cancel', 'yes']) await carer.says(words);
    const yes = await lastActivity('message');
    await carer.says('report');
    await product.teams.redeliver(yes);
    assert.match(seen(await carer.lastCardMessage()), /1 of 3/);
    await press(carer, 'No');
    assert.match(seen(await carer.lastCardMessage()), /2 of 3/);
  });
});
