import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { channelCard, channelCards, press, referenceIn, seen, sendReport, toReview, WHAT } from './reporting';

describe('sending a report', () => {
  let product: TestProduct;
  before(async () => (product = await startProduct()));
  after(() => product.stop());

  it('takes six presses and one text, and ends in a receipt with a reference', async () => {
    const carer = product.teams.person('night-carer');
    await carer.says('report');
    assert.match(seen(await carer.lastCardMessage()), /Nobody has seen this yet/);
    await press(carer, 'No');
    assert.match(seen(await carer.lastCardMessage()), /2 of 3/);
    await press(carer, 'Next', { kind: 'comments', affected: 'service', what: WHAT });
    assert.match(seen(await carer.lastCardMessage()), /unkind things about me/);
    await press(carer, 'Send', { name: 'kept' });
    const receipt = await carer.lastCardMessage();
    assert.match(referenceIn(receipt), /^.{3}-.{4}$/);
    assert.match(seen(receipt), /Monday 23 November 2026.*Monday to Friday, 9am to 5pm.*01632 960101/);
  });

  it('puts a card without anything personal into the channel', async () => {
    const reference = await sendReport(product, 'cook', 'shown');
    const card = seen(await channelCard(product, reference));
    assert.match(
      card,
      /Cyber-bullying or intimidation.*Normal.*18 November 2026.*23 November 2026.*New.*Nobody yet/,
    );
    assert.doesNotMatch(card, /Crispin|unkind|crumpet/i);
    assert.equal((await channelCard(product, reference)).summary, 'You have a message');
  });

  it('makes one case of two presses on Send, and shows the same receipt', async () => {
    const driver = product.teams.person('driver');
    await toReview(driver);
    const review = await driver.lastCardMessage();
    const [first, second] = await Promise.all([
      driver.presses(review, 'Send', { name: 'kept' }),
      driver.presses(review, 'Send', { name: 'kept' }),
    ]);
    await product.idle();
    const reference = referenceIn(await driver.lastCardMessage());
    assert.ok([first, second].every((answer) => seen(answer).includes(reference)));
    assert.equal((await channelCards(product)).filter((card) => seen(card).includes(reference)).length, 1);
  });
});
