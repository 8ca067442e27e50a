import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { bringAgain, channelCard, press, seen, sendReport, startReporting } from './reporting';

const MINUTE_MS = 60_000;
const NAMED = 'Mrs Testwoman was in it, in her chair.';

describe('what is added to a report after it was sent', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  let reference: string;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    reference = await sendReport(product, carer.key);
    await press(carer, 'Add something');
  });

  const last = async (): Promise<string> => seen(await carer.lastCardMessage());
  async function whatHandlersSee(): Promise<string> {
    await product.idle();
    const card = await channelCard(product, reference);
    return JSON.stringify((await product.teams.person('complaints-lead').presses(card, 'Open')).result);
  }

  describe('by typing', () => {
    it('is taken for the question that was asked, and the next one follows', async () => {
      assert.match(await last(), /Who did it\?/);
      await carer.says('Somebody on the early shift');
      assert.match(await last(), /Saved\. The complaints team can see it\..*Where was it\?/);
      await carer.says('In a group chat');
      assert.match(await last(), /When was it\?/);
      const page = await whatHandlersSee();
      assert.match(page, /Who did it\?.*Somebody on the early shift/);
      assert.match(page, /Where was it\?.*In a group chat/);
    });

    it('may skip a question, and ends when they say so', async () => {
      await carer.says('skip');
      assert.match(await last(), /Where was it\?/);
      await carer.says("That's all.");
      assert.match(await last(), new RegExp(`That is all for report ${reference}`));
      await carer.says('In a place that nobody asked about');
      assert.doesNotMatch(await whatHandlersSee(), /nobody asked about/);
    });

    it('is not taken from a message that comes long after the question', async () => {
      await product.advance(11 * MINUTE_MS);
      await carer.says('Something else altogether');
      assert.doesNotMatch(await last(), /Saved/);
      assert.doesNotMatch(await whatHandlersSee(), /Something else altogether/);
    });

    it('leaves a question about the policy and a command what they are', async () => {
      await carer.says('Can I post a photo of a resident?');
      assert.match(seen(await carer.lastCardMessage()), /Who did it\?/);
      assert.ok((await carer.chat()).some(({ text }) => /P5\.11/.test(text ?? '')));
      await carer.says('my reports');
      assert.match(await last(), /My reports/);
      await carer.says('A colleague');
      const page = await whatHandlersSee();
      assert.match(page, /A colleague/);
      assert.doesNotMatch(page, /photo of a resident|my reports/);
    });

    it('leaves the words of any other command what they are', async () => {
      for (const words of ['what do you hold about me', 'away until tomorrow', 'hide my reports'])
        await carer.says(words);
      const chat = JSON.stringify(await carer.chat());
      assert.match(chat, /not the full answer to a subject access request/);
      assert.doesNotMatch(chat, /Saved\. The complaints team/);
      assert.doesNotMatch(await whatHandlersSee(), /hold about me|away until/);
    });

    it('is added once when Teams brings the message again, and no question is left out', async () => {
      await carer.says('A neighbour of somebody');
      await bringAgain(product, carer.key);
      assert.match(await last(), /Where was it\?/);
      await carer.says('skip');
      await bringAgain(product, carer.key);
      assert.match(await last(), /When was it\?/);
      assert.equal((await whatHandlersSee()).split('A neighbour of somebody').length - 1, 1);
    });

    it('goes on after the bot was started anew', async () => {
      await product.restart();
      await carer.says('Somebody on nights');
      assert.match(await last(), /Where was it\?/);
      assert.match(await whatHandlersSee(), /Somebody on nights/);
    });

    it('says that a day is still to come, and asks again', async () => {
      for (const words of ['skip', 'skip', '1 January 2030']) await carer.says(words);
      assert.ok((await carer.chat()).some(({ text }) => /still to come/.test(text ?? '')));
      assert.match(await last(), /When was it\?/);
      assert.doesNotMatch(await whatHandlersSee(), /January 2030/);
    });
  });

  describe('with somebody’s name in it', () => {
    it('is not saved before they chose initials', async () => {
      await press(carer, 'Save and next', { detail: NAMED });
      const asked = await last();
      assert.match(asked, /not saved yet.*Mrs Testwoman/);
      assert.ok(asked.includes(`"value":"${NAMED}"`), 'what was written is gone');
      assert.doesNotMatch(await whatHandlersSee(), /Testwoman/);
      await press(carer, 'Use initials instead', { detail: NAMED });
      assert.match(await last(), /Where was it\?/);
      const page = await whatHandlersSee();
      assert.match(page, /T\. was in it, in her chair/);
      assert.doesNotMatch(page, /Testwoman/);
    });

    it('is saved as it is where they keep it, changed or not', async () => {
      await press(carer, 'Save and next', { detail: NAMED });
      await press(carer, 'Keep it as it is', { detail: `${NAMED} Twice.` });
      assert.match(await whatHandlersSee(), /Mrs Testwoman was in it, in her chair\. Twice\./);
    });

    it('can be settled by typing too', async () => {
      await carer.says(NAMED);
      assert.match(await last(), /not saved yet/);
      await carer.says('use initials instead');
      assert.match(await last(), /Where was it\?/);
      await carer.says('On the page of Mr Testman');
      await carer.says('next');
      const page = await whatHandlersSee();
      assert.match(page, /T\. was in it/);
      assert.match(page, /On the page of Mr Testman/);
      assert.doesNotMatch(page, /Testwoman/);
    });
  });
});

describe('the same report sent again', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());

  it('within a minute is the one that was sent before', async () => {
    const carer = next();
    const first = await sendReport(product, carer.key);
    await product.advance(50_000);
    assert.equal(await sendReport(product, carer.key), first);
    assert.ok((await carer.chat()).some(({ text }) => /one report and not two/.test(text ?? '')));
    await carer.says('report');
    assert.match(seen(await carer.lastCardMessage()), /1 of 3/);
  });

  it('later, or with other words, or by somebody else, is another one', async () => {
    const carer = next();
    const other = await sendReport(product, carer.key, 'kept', {
      kind: 'bullying',
      affected: 'me',
      what: 'Other words, invented too.',
    });
    const first = await sendReport(product, carer.key);
    assert.notEqual(first, other);
    assert.notEqual(await sendReport(product, next().key), first);
    await product.advance(3 * MINUTE_MS);
    assert.notEqual(await sendReport(product, carer.key), first);
  });
});
