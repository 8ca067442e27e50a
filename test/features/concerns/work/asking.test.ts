import assert from 'node:assert/strict';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { bringAgain, channelCard, chatOf, press, seen, sendReport, startReporting } from '../reporting';

const DAY_MS = 24 * 60 * 60_000;
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('a question to a reporter whose name is kept back', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let officer: PersonDriver;
  let carer: PersonDriver;
  let reference: string;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
    officer = product.teams.person('complaints-officer');
  });
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    reference = await sendReport(product, carer.key);
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
  });

  const page = async (who = lead): Promise<PressAnswer> =>
    who.presses(await channelCard(product, reference), 'Open');
  async function form(title: string): Promise<PressAnswer> {
    return lead.submitsDialog(await lead.submitsDialog(await page(), 'More to do', {}), title, {});
  }
  async function ask(words = 'On which <b>day</b> ${was} it?'): Promise<void> {
    await lead.submitsDialog(await form('Ask the reporter'), 'Send the question', { words });
    await product.idle();
  }

  async function cameBack(): Promise<number> {
    const chat = (await lead.chat()).map(seen);
    return chat.filter((text) => text.includes(reference) && /was not answered in 5/.test(text)).length;
  }

  it('reaches them without the handler’s name, and the answer comes back without theirs', async () => {
    await ask();
    const asked = await carer.lastCardMessage();
    assert.equal(asked.summary, 'You have a message');
    assert.match(seen(asked), /On which <b>day<\/b> \$\{was\} it\?/);
    assert.doesNotMatch(seen(asked), /Lettice/);
    await carer.presses(asked, 'Send my answer', { answer: 'On Monday.' });
    await product.idle();
    const told = await lead.lastCardMessage();
    assert.match(seen(told), new RegExp(`Report ${reference}.*has answered your question`));
    assert.doesNotMatch(seen(told), /Monday|Carer/);
    assert.equal(told.summary, 'You have a message');
    const opened = seen(await lead.presses(told, 'Open'));
    assert.match(opened, /Answer to a question.*On Monday\./);
    assert.doesNotMatch(opened, /Carer Number/);
    assert.match(seen(await channelCard(product, reference)), /Taken on/);
  });

  it('is one answer, however often it is sent, and takes a second one', async () => {
    await ask();
    const asked = await carer.lastCardMessage();
    await Promise.all([1, 2].map(() => carer.presses(asked, 'Send my answer', { answer: 'On Monday.' })));
    await product.idle();
    assert.equal(times(JSON.stringify((await page()).result), 'On Monday.'), 1);
  });

  it('is answered by nobody else', async () => {
    await ask();
    const asked = await carer.lastCardMessage();
    const forged = await next().presses(asked, 'Send my answer', { answer: 'Forged.' }).catch(String);
    assert.match(typeof forged === 'string' ? forged : seen(forged), /cannot find|not in|no message|refus/i);
    assert.doesNotMatch(seen(await page()), /Forged/);
  });

  describe('that is answered by a typed message', () => {
    const answers = async (): Promise<number> =>
      times(JSON.stringify((await page()).result), 'It was on the Monday after the outing.');
    beforeEach(async () => {
      await ask();
      await carer.says('It was on the Monday after the outing.');
    });

    it('gets it once they say that it is their answer, and not before', async () => {
      assert.match(seen(await carer.lastCardMessage()), /Is this your answer\? Nothing is sent until/);
      await product.idle();
      assert.equal(await answers(), 0);
      await carer.says('yes');
      await product.idle();
      assert.match(seen(await carer.lastCardMessage()), /Your answer is with the complaints team/);
      assert.equal(await answers(), 1);
      assert.match(seen(await lead.lastCardMessage()), /has answered your question/);
    });

    it('gets what they changed on the card that shows it', async () => {
      const shown = await carer.lastCardMessage();
      await carer.presses(shown, 'Send my answer', { answer: 'It was on Tuesday.' });
      await product.idle();
      assert.equal(await answers(), 0);
      assert.match(seen(await page()), /Answer to a question.*It was on Tuesday\./);
    });

    it('is one answer although the message comes again, and another "yes" later is none', async () => {
      await carer.says('yes');
      await bringAgain(product, carer.key);
      assert.match(seen(await carer.lastCardMessage()), /Your answer is with the complaints team/);
      await carer.says('yes');
      assert.equal(times(await chatOf(product, carer.key), 'Your answer is with the complaints team'), 1);
      assert.equal(await answers(), 1);
    });

    for (const [how, leave] of [
      ['types no', () => carer.says('no')],
      ['presses It is something else', () => press(carer, 'It is something else')],
    ] as const) {
      it(`gets nothing when the reporter ${how}, whose next message is read as any other`, async () => {
        await leave();
        await carer.says('It was on the Monday after the outing.');
        assert.equal(times(await chatOf(product, carer.key), 'Is this your answer?'), 1);
        assert.equal(await answers(), 0);
      });
    }

    it('gets the numbers to ring shown first where the words are urgent', async () => {
      await carer.says('He is outside my door now with a knife and will not leave');
      const [help, shown] = (await carer.chat()).slice(-2);
      assert.match(seen(help ?? assert.fail()), /999/);
      assert.match(seen(shown ?? assert.fail()), /Is this your answer\?/);
    });

    it('leaves questions about the policy, commands and thanks alone', async () => {
      for (const words of ['Can I post a photo of a resident?', 'my reports', 'thank you'])
        await carer.says(words);
      assert.equal(times(await chatOf(product, carer.key), 'Is this your answer?'), 1);
      for (const words of [/P5\.11/, /"text":"My reports"/])
        assert.match(await chatOf(product, carer.key), words);
    });

    it('is not asked any more after five days', async () => {
      await product.advance(5 * DAY_MS);
      await carer.says('It was on the Monday after the outing.');
      assert.equal(times(await chatOf(product, carer.key), 'Is this your answer?'), 1);
    });
  });

  it('waits alone: a second question is asked when the first is answered', async () => {
    await ask();
    assert.match(seen(await form('Ask the reporter')), /waits for its answer already/);
  });

  it('comes back to the handler when it is not answered in 5 working days, once', async () => {
    await ask();
    await product.advance(6 * DAY_MS);
    assert.equal(await cameBack(), 0);
    await product.advance(DAY_MS + 60_000);
    await product.advance(DAY_MS);
    assert.equal(await cameBack(), 1);
    assert.match(seen(await page()), /question to the reporter: was not answered/);
    assert.equal((await form('Ask the reporter')).result.kind, 'dialog');
  });

  describe('whose report is closed before it is answered', () => {
    beforeEach(async () => {
      await ask();
      const closing = await lead.presses(await channelCard(product, reference), 'Close');
      await lead.submitsDialog(closing, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
      await product.advance(60_000);
    });
    const openAgain = async (): Promise<void> => {
      await lead.submitsDialog(await form('Open it again'), 'Open it again', { words: 'New facts.' });
      await product.idle();
    };

    it('comes back to the handler in its time when the report is opened again', async () => {
      await openAgain();
      await product.advance(7 * DAY_MS + 60_000);
      assert.equal(await cameBack(), 1);
      assert.equal((await form('Ask the reporter')).result.kind, 'dialog');
    });

    it('counts as not answered when its days ran out meanwhile, and another can be asked', async () => {
      await product.advance(7 * DAY_MS + 60_000);
      await openAgain();
      assert.match(seen(await page()), /question to the reporter: was not answered/);
      await ask('Who saw it?');
      assert.match(seen(await carer.lastCardMessage()), /Who saw it\?/);
    });
  });

  it('is followed by a report that is taken back, which is recorded and goes on where it must', async () => {
    await ask();
    await press(carer, 'Take my report back');
    assert.match(
      seen(await carer.lastCardMessage()),
      /We will stop if we can\. If someone is at risk we must go on/,
    );
    await press(carer, 'Yes, take it back');
    await product.idle();
    assert.match(seen(await lead.lastCardMessage()), /asks to take this report back/);
    assert.match(seen(await page()), /The reporter asked to take the report back/);
  });

  it('is one of the cases in the chat of who looks after it, and of nobody else', async () => {
    await lead.says('my cases');
    const list = await lead.lastCardMessage();
    assert.match(seen(list), new RegExp(reference));
    assert.match(seen(await lead.presses(list, `Open ${reference}`)), /unkind things about me/);
    await officer.says('my cases');
    assert.doesNotMatch(seen(await officer.lastCardMessage()), new RegExp(reference));
    await carer.says('my cases');
    assert.doesNotMatch(await chatOf(product, carer.key), /Reports that you look after/);
  });

  it('is linked with a related report, and both name each other', async () => {
    const other = await sendReport(product, next().key);
    const asked = await form('Link a related report');
    const wrong = await lead.submitsDialog(asked, 'Link the two reports', { words: 'AAA-AAAA' });
    assert.match(seen(wrong), /cannot find a report with that reference/);
    await lead.submitsDialog(wrong, 'Link the two reports', { words: other.toLowerCase() });
    assert.match(seen(await page()), new RegExp(`Related reports: ${other}`));
    const there = await lead.presses(await channelCard(product, other), 'Open');
    assert.match(seen(there), new RegExp(`Related reports: ${reference}`));
  });
});
