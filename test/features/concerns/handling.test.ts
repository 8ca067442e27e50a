import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import {
  channelCard,
  chatOf,
  press,
  referenceIn,
  seen,
  sendReport,
  startReporting,
  toast,
} from './reporting';

describe('the complaints team', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let officer: PersonDriver;
  let carer: PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
    officer = product.teams.person('complaints-officer');
  });
  after(() => product.stop());
  beforeEach(() => (carer = next()));

  async function takenOn(name = 'kept'): Promise<string> {
    const reference = await sendReport(product, carer.key, name);
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    return reference;
  }

  it('takes a report on: the card names who, and the reporter is told without a name', async () => {
    const reference = await takenOn();
    assert.match(seen(await channelCard(product, reference)), /Taken on.*Lettice Ledgerly/);
    const told = await carer.lastCardMessage();
    assert.match(seen(told), new RegExp(`${reference}.*has taken on your report`));
    assert.equal(told.summary, 'You have a message');
    assert.doesNotMatch(seen(told), /Lettice/);
  });

  it('takes it on once when two press at the same moment, and tells the other who it was', async () => {
    const reference = await sendReport(product, carer.key);
    const card = await channelCard(product, reference);
    const answers = await Promise.all([lead.presses(card, 'Take on'), officer.presses(card, 'Take on')]);
    await product.idle();
    const kinds = answers.map(({ result }) => result.kind).sort();
    assert.deepEqual(kinds, ['card', 'toast']);
    const loser = answers.find(({ result }) => result.kind === 'toast') ?? assert.fail();
    const winner = /(Lettice Ledgerly|Fergus Foldersby) has already taken on/.exec(toast(loser))?.[1];
    assert.match(seen(await channelCard(product, reference)), new RegExp(`Taken on.*${winner ?? 'nobody'}`));
  });

  it('tells the reporter once, however many press at the same moment', async () => {
    const reference = await sendReport(product, carer.key);
    const card = await channelCard(product, reference);
    const both = [lead, officer];
    await Promise.all(both.flatMap((one) => ['Take on', 'Open'].map((title) => one.presses(card, title))));
    await product.idle();
    assert.equal((await chatOf(product, carer.key)).split('has taken on your report').length - 1, 1);
  });

  it('keeps a report with whoever took it on when it is pressed again', async () => {
    const reference = await sendReport(product, carer.key);
    const card = await channelCard(product, reference);
    await lead.presses(card, 'Take on');
    const again = await lead.presses(await channelCard(product, reference), 'Open');
    assert.equal(again.result.kind, 'dialog');
    await product.idle();
    assert.equal((await chatOf(product, carer.key)).split('has taken on your report').length - 1, 1);
  });

  it('opens everything that was written in a dialog, and records who opened it', async () => {
    const reference = await sendReport(product, carer.key, 'shown');
    const card = await channelCard(product, reference);
    await officer.presses(card, 'Open');
    const second = seen(await lead.presses(card, 'Open'));
    assert.match(second, new RegExp(`Reported by: Carer Number.*unkind things about me`));
    assert.match(second, /Opened by Fergus Foldersby/);
  });

  it('does not see a name that is kept back', async () => {
    const reference = await sendReport(product, carer.key, 'kept');
    const opened = seen(await lead.presses(await channelCard(product, reference), 'Open'));
    assert.match(opened, /Reported by: name kept back/);
    assert.doesNotMatch(opened, /Carer Number/);
  });

  it('closes a report with an outcome, and the reporter reads the reviewed words', async () => {
    const reference = await takenOn();
    const form = await lead.presses(await channelCard(product, reference), 'Close');
    const inputs = { outcome: 'upheld', reply: 'dealtWith', note: 'Spoke with two people.' };
    await lead.submitsDialog(form, 'Close the report', inputs);
    await product.idle();
    assert.match(seen(await channelCard(product, reference)), /Closed.*Lettice Ledgerly/);
    const told = seen(await carer.lastCardMessage());
    assert.match(told, new RegExp(`${reference}.*Your report is closed.*did what we found to be needed`));
    assert.doesNotMatch(told, /Upheld|two people/);
    const opened = seen(await officer.presses(await channelCard(product, reference), 'Open'));
    assert.match(opened, /Outcome: Upheld.*Closed by Lettice Ledgerly \(Spoke with two people\.\)/);
  });

  it('does not close a report before somebody took it on, nor twice', async () => {
    const reference = await takenOn();
    const card = await channelCard(product, reference);
    const [one, two] = [await lead.presses(card, 'Close'), await officer.presses(card, 'Close')];
    await lead.submitsDialog(one, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    const inputs = { outcome: 'noAction', reply: 'nothingFound' };
    assert.match(
      seen(await officer.submitsDialog(two, 'Close the report', inputs)),
      /closed already.*Lettice/,
    );
    await product.idle();
    const opened = seen(await lead.presses(await channelCard(product, reference), 'Open'));
    assert.match(opened, /Outcome: Upheld/);
    assert.equal((await chatOf(product, carer.key)).split('Your report is closed').length - 1, 1);
  });

  it('sees that something was added, until somebody opens it', async () => {
    const reference = await sendReport(product, carer.key);
    await carer.presses(await carer.lastCardMessage(), 'Add something');
    assert.match(seen(await carer.lastCardMessage()), /Who did it\?/);
    await press(carer, 'Skip');
    const asked = await carer.lastCardMessage();
    assert.match(seen(asked), /Where was it\?/);
    await carer.presses(asked, 'Save and next', { detail: 'On <b>Facebook</b> ${here}' });
    await product.idle();
    const card = await channelCard(product, reference);
    assert.match(seen(card), /Something was added/);
    assert.doesNotMatch(seen(card), /Facebook/);
    assert.match(seen(await lead.presses(card, 'Open')), /Where was it\?.*On <b>Facebook<\/b> \$\{here\}/);
    await product.idle();
    assert.doesNotMatch(seen(await channelCard(product, reference)), /Something was added/);
  });
});

describe('the reporter after sending', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());

  it('finds every report with its status, and those of nobody else', async () => {
    const [mine, others] = [next(), next()];
    const references = [
      await sendReport(product, mine.key, 'kept'),
      await sendReport(product, mine.key, 'shown'),
    ];
    const other = await sendReport(product, others.key);
    const lead = product.teams.person('complaints-lead');
    await lead.presses(await channelCard(product, references[0] ?? ''), 'Take on');
    await product.idle();
    await mine.says('my reports');
    const list = seen(await mine.lastCardMessage());
    assert.ok(references.every((reference) => list.includes(reference)) && !list.includes(other));
    assert.match(list, /is looking into it/);
    assert.match(list, /Waiting for the complaints team/);
  });

  it('is asked one thing at a time, and may skip or stop', async () => {
    const carer = next();
    const reference = await sendReport(product, carer.key);
    await carer.presses(await carer.lastCardMessage(), 'Add something');
    for (let skipped = 0; skipped < 2; skipped++) await carer.presses(await carer.lastCardMessage(), 'Skip');
    const early = await carer.presses(await carer.lastCardMessage(), 'Save and next', {
      detail: '1/12/2026',
    });
    assert.match(toast(early), /still to come/);
    await carer.presses(await carer.lastCardMessage(), 'Save and next', { detail: 'yesterday' });
    assert.match(seen(await carer.lastCardMessage()), /Saved.*link to it/);
    await carer.presses(await carer.lastCardMessage(), 'That is all');
    assert.match(seen(await carer.lastCardMessage()), new RegExp(`Thank you.*${reference}`));
  });

  it('is told to make no copies where the material may be unlawful', async () => {
    const carer = next();
    await sendReport(product, carer.key, 'kept', {
      kind: 'sexual',
      affected: 'colleague',
      what: 'Invented material.',
    });
    await carer.presses(await carer.lastCardMessage(), 'Add something');
    for (let skipped = 0; skipped < 6; skipped++) await carer.presses(await carer.lastCardMessage(), 'Skip');
    assert.match(seen(await carer.lastCardMessage()), /Do not copy, screenshot or forward it/);
  });

  it('gets the receipt again when "send" comes twice', async () => {
    const carer = next();
    for (const words of ['report', 'no', 'something else', 'me', 'Something invented.', 'send'])
      await carer.says(words);
    const reference = referenceIn(await carer.lastCardMessage());
    await carer.says('send');
    assert.equal(referenceIn(await carer.lastCardMessage()), reference);
  });

  it('may report again, which is another case with another reference', async () => {
    const carer = next();
    const first = await sendReport(product, carer.key);
    await product.advance(3 * 60_000);
    assert.notEqual(await sendReport(product, carer.key), first);
  });
});
