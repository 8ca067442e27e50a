import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { channelCard, channelCards, press, seen, sendReport, startReporting, toReview } from './reporting';

describe('hiding reports', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));
  const reportCards = async (): Promise<string[]> =>
    (await carer.chat())
      .filter(({ card, deleted }) => card && !deleted)
      .map(seen)
      .filter(isOfReports);

  it('takes every card about them out of the chat, and nothing else', async () => {
    const reference = await sendReport(product, carer.key);
    await carer.presses(await carer.lastCardMessage(), 'Add something');
    await carer.says('my reports');
    await carer.says('Can I post a photo of a resident?');
    assert.ok((await reportCards()).length >= 3);
    await carer.says('hide my reports');
    await product.idle();
    assert.deepEqual(await reportCards(), []);
    const chat = await carer.chat();
    assert.ok(chat.some(({ text, deleted }) => /photo/i.test(text) && !deleted));
    assert.match(chat.at(-1)?.text ?? '', /Nothing is lost/);
    assert.ok((await channelCards(product)).some((card) => seen(card).includes(reference)));
    await carer.says('my reports');
    assert.match(seen(await carer.lastCardMessage()), new RegExp(reference));
  });

  it('takes a question of the team’s and the question about taking a report back with it', async () => {
    const reference = await sendReport(product, carer.key);
    const lead = product.teams.person('complaints-lead');
    const card = (await channelCards(product)).find((one) => seen(one).includes(reference)) ?? assert.fail();
    await lead.presses(card, 'Take on');
    await product.idle();
    const opened = await lead.presses(await channelCard(product, reference), 'Open');
    const form = await lead.submitsDialog(
      await lead.submitsDialog(opened, 'More to do', {}),
      'Ask the reporter',
      {},
    );
    await lead.submitsDialog(form, 'Send the question', { words: 'On which day was it?' });
    await product.idle();
    await carer.says('my reports');
    await press(carer, 'Take it back');
    const about = async (): Promise<number> =>
      (await carer.chat()).filter((one) => !one.deleted && one.card && seen(one).includes(reference)).length;
    assert.ok((await about()) >= 4);
    await carer.says('hide my reports');
    await product.idle();
    assert.equal(await about(), 0);
  });

  it('works from the list, with a draft that is open, which then goes on', async () => {
    await sendReport(product, carer.key);
    await toReview(carer);
    await carer.says('my reports');
    await press(carer, 'Hide my reports in this chat');
    await product.idle();
    assert.deepEqual(await reportCards(), []);
    await carer.says('report');
    assert.match(seen(await carer.lastCardMessage()), /3 of 3/);
  });

  it('goes on later where Teams cannot be reached', async () => {
    await sendReport(product, carer.key);
    const mend = await product.teams.fail({ answer: 502, operation: 'delete', conversation: carer.key });
    await carer.says('hide my reports');
    await product.idle();
    assert.ok((await reportCards()).length > 0);
    await mend();
    await product.advance(120_000);
    assert.deepEqual(await reportCards(), []);
  });

  it('touches nobody else’s chat', async () => {
    await sendReport(product, carer.key);
    await next().says('hide my reports');
    await product.idle();
    assert.ok((await reportCards()).length > 0);
  });
});

const isOfReports = (card: string): boolean =>
  /Report a concern:|Your report|Add to report|My reports/.test(card);
