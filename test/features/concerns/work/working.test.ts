import assert from 'node:assert/strict';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { channelCard, chatOf, seen, sendReport, startReporting } from '../reporting';

describe('a report that is worked on', () => {
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

  async function page(who = lead): Promise<PressAnswer> {
    return who.presses(await channelCard(product, reference), 'Open');
  }
  async function form(title: string, who = lead): Promise<PressAnswer> {
    const menu = await who.submitsDialog(await page(who), 'More to do', {});
    return who.submitsDialog(menu, title, {});
  }
  async function close(): Promise<void> {
    const asked = await lead.presses(await channelCard(product, reference), 'Close');
    await lead.submitsDialog(asked, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    await product.idle();
  }
  const times = (text: string, words: string): number => text.split(words).length - 1;

  it('has a note in its history once, however often the same press comes', async () => {
    const note = await form('Add a note');
    const words = 'Rang <b>Ivy</b> ${case}.';
    await Promise.all([1, 2].map(() => lead.submitsDialog(note, 'Save the note', { words })));
    const text = JSON.stringify((await page()).result);
    assert.match(text, /Note by Lettice Ledgerly \(Rang <b>Ivy<\/b> \$\{case\}\.\)/);
    assert.equal(times(text, 'Note by'), 1);
    await product.idle();
    assert.doesNotMatch(await chatOf(product, carer.key), /Ivy/);
  });

  it('asks for words, and keeps what was filled in', async () => {
    const asked = await form('Change the urgency');
    const shown = seen(await lead.submitsDialog(asked, 'Change the urgency', { choice: 'soon', words: ' ' }));
    assert.match(shown, /Please write a few words.*"value":"soon"/);
  });

  it('shows a new urgency in the channel and why in its history alone', async () => {
    const asked = await form('Change the urgency');
    await lead.submitsDialog(asked, 'Change the urgency', { choice: 'soon', words: 'It goes on.' });
    await product.idle();
    const card = seen(await channelCard(product, reference));
    assert.match(card, /Urgency: .*Soon/);
    assert.doesNotMatch(card, /goes on/);
    assert.match(seen(await page()), /The urgency was changed by Lettice Ledgerly \(Soon: It goes on\.\)/);
  });

  it('tells who was first when two change it from the same state, and lets the second press again', async () => {
    const [one, two] = [await form('Change the urgency'), await form('Change the urgency', officer)];
    await lead.submitsDialog(one, 'Change the urgency', { choice: 'soon', words: 'First.' });
    const late = await officer.submitsDialog(two, 'Change the urgency', {
      choice: 'danger',
      words: 'Second.',
    });
    assert.match(seen(late), /Lettice Ledgerly was first/);
    assert.match(seen(await page()), /Urgency: Soon/);
    await officer.submitsDialog(late, 'Change the urgency', { choice: 'danger', words: 'Second.' });
    assert.match(seen(await page()), /Urgency: At once/);
  });

  it('waits on hold and goes on, and the card in the channel shows it', async () => {
    await lead.submitsDialog(await form('Put it on hold'), 'Put it on hold', {
      words: 'A reply of the school.',
    });
    await product.idle();
    assert.match(seen(await channelCard(product, reference)), /Taken on, on hold/);
    assert.match(seen(await page()), /On hold since/);
    await lead.submitsDialog(await form('Take it off hold'), 'Take it off hold', {});
    await product.idle();
    assert.doesNotMatch(seen(await channelCard(product, reference)), /on hold/);
  });

  it('is passed on with a reason, and the reporter hears that, and neither to whom nor why', async () => {
    const asked = await form('Pass it on');
    await lead.submitsDialog(asked, 'Record that it is passed on', { choice: 'hr', words: 'A grievance.' });
    await product.idle();
    assert.match(seen(await page()), /Passed on to: HR or grievance.*A grievance/);
    const told = await carer.lastCardMessage();
    assert.match(seen(told), /has passed on what you told us/);
    assert.equal(told.summary, 'You have a message');
    // Both are made at random, and may hold the two letters.
    const words = seen(told).replaceAll(reference, '').replaceAll(told.conversationId, '');
    assert.doesNotMatch(words, /HR|grievance|Lettice/);
  });

  it('says whether the person complained about was told', async () => {
    const asked = await form('The person complained about');
    await lead.submitsDialog(asked, 'Record it', { choice: 'notYet', words: 'The police ask us to wait.' });
    assert.match(seen(await page()), /complained about: Not yet.*The police ask us to wait/);
  });

  it('is opened again with its history, and the reporter is told of each closing', async () => {
    await close();
    const asked = await form('Open it again', officer);
    await officer.submitsDialog(asked, 'Open it again', { words: 'More came to light.' });
    await product.idle();
    assert.match(seen(await carer.lastCardMessage()), /Your report is open again/);
    assert.match(seen(await channelCard(product, reference)), /Taken on.*Fergus Foldersby/);
    const text = seen(await page());
    assert.match(
      text,
      /Closed by Lettice.*Opened again by Fergus Foldersby \(It was closed as Upheld\. More/,
    );
    assert.doesNotMatch(text, /Outcome: Upheld/);
    await close();
    assert.equal(times(await chatOf(product, carer.key), 'Your report is closed'), 2);
  });

  it('is not put on hold by a form that was opened before it was closed', async () => {
    const asked = await form('Put it on hold', officer);
    await close();
    const shown = seen(await officer.submitsDialog(asked, 'Put it on hold', { words: 'Invented.' }));
    assert.match(shown, /This report is closed\. Open it again first/);
    assert.doesNotMatch(seen(await page()), /Put on hold by/);
  });
});
