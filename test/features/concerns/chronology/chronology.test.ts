import assert from 'node:assert/strict';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { involve } from '../clocks/involve';
import { pressMadeUp } from '../access/rawPress';
import { channelCard, press, seen, sendReport, startReporting } from '../reporting';

const ABOUT = {
  kind: 'picture',
  affected: 'serviceUser',
  what: 'Mrs Testwoman was shown <b>asleep</b>. I told Lettice Ledgerly, born 3 May 1931 she is.',
};

describe('the chronology of a report', () => {
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
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Next', ABOUT);
    await press(carer, 'Keep it as it is');
    await press(carer, 'Send', { name: 'shown' });
    await product.idle();
    reference =
      /[2346789FHKMRTWXY]{3}-[2346789FHKMRTWXY]{4}/.exec(seen(await carer.lastCardMessage()))?.[0] ?? '';
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
  });

  const textOf = ({ result }: PressAnswer): string => JSON.stringify(result);
  async function chronology(who = lead): Promise<PressAnswer> {
    const page = await who.presses(await channelCard(product, reference), 'Open');
    return who.submitsDialog(await who.submitsDialog(page, 'More to do', {}), 'Chronology', {});
  }
  const linkIn = (answer: PressAnswer): string =>
    /http[^"]+\/records\/[^"]+/.exec(textOf(answer))?.[0] ?? assert.fail('no link');

  it('tells everything in its order without a name, and that it was made', async () => {
    const opened = await officer.presses(await channelCard(product, reference), 'Open');
    const menu = await officer.submitsDialog(opened, 'More to do', {});
    const note = await officer.submitsDialog(menu, 'Add a note', {});
    await officer.submitsDialog(note, 'Save the note', { words: 'Rang Mr Testman; Lettice agreed.' });
    const shown = textOf(await chronology());
    assert.match(
      shown,
      /\[name\] was shown <b>asleep<\/b>\. I told Handler 1, born \[date of birth\] she is\./,
    );
    assert.match(
      shown,
      /Received.*Taken on by Handler 1.*Note by Handler 2.*Rang \[name\]; Handler 1 agreed/,
    );
    assert.match(shown, /Read it|read it through before you pass it on/i);
    assert.doesNotMatch(shown, /Testwoman|Testman|Lettice|Ledgerly|Fergus|Foldersby|Carer Number|1931/);
    assert.match(
      textOf(await lead.presses(await channelCard(product, reference), 'Open')),
      /The chronology was made by Lettice Ledgerly/,
    );
  });

  it('stands in the history for a page too that nobody came to by the first, and once where they did', async () => {
    const id = /"case":"([0-9a-f]+)"/.exec(seen(await channelCard(product, reference)))?.[1] ?? assert.fail();
    const data = { case: id, page: '1' };
    for (let count = 0; count < 2; count++)
      assert.match(
        await pressMadeUp(product, 'complaints-officer', 'concerns.chronology', data),
        /Page 1|Summary/,
      );
    const history = textOf(await lead.presses(await channelCard(product, reference), 'Open'));
    assert.equal(history.split('The chronology was made by Fergus Foldersby').length - 1, 1);
  });

  it('has no name of a manager, of a contact, or of who did it, however they are written', async () => {
    await product.teams.person('admin').says('make Oswin Inkpot a safeguarding contact');
    await product.advance(60_000);
    await carer.says('my reports');
    await press(carer, 'Add something');
    await press(carer, 'Save and next', { detail: 'ivy, and i told Marnie' });
    await press(carer, 'Save and next', { detail: 'in the chat of Marnie and Inkpot' });
    await product.idle();
    const shown = textOf(await chronology());
    assert.match(shown, /Who did it\?: \[who it was, blacked out\]/);
    assert.match(shown, /in the chat of \[name\] and Contact 1/);
    assert.match(shown, /Was told at once\\nSafeguarding: Contact 1/);
    assert.doesNotMatch(shown, /ivy|Marnie|Oswin|Inkpot/);
  });

  it('is refused while Teams does not say who they are, and the link stays good', async () => {
    const link = linkIn(await chronology());
    const recover = await product.teams.fail({ operation: 'member', answer: 503 });
    assert.equal((await fetch(link, { method: 'POST' })).status, 403);
    await recover();
    const answers = await Promise.all([1, 2].map(() => fetch(link, { method: 'POST' })));
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [200, 404],
    );
    const history = textOf(await lead.presses(await channelCard(product, reference), 'Open'));
    assert.equal(history.split('The chronology was made by Lettice Ledgerly (as a page)').length - 1, 1);
  });

  it('comes by its reference too, for whoever may see the report', async () => {
    await lead.says(`chronology ${reference.toLowerCase().replace('-', ' ')}`);
    const card = await lead.lastCardMessage();
    assert.match(seen(card), new RegExp(`Chronology of report ${reference}`));
    assert.match(textOf(await lead.presses(card, 'Read it')), /Taken on by Handler 1/);
    const others = ['manager', 'admin', carer.key].map((key) => product.teams.person(key));
    for (const other of others) {
      await other.says(`chronology ${reference}`);
      assert.match((await other.lastMessage()).text ?? '', /cannot find that report/);
    }
    await lead.says('chronology 222-2222');
    assert.match((await lead.lastMessage()).text ?? '', /cannot find that report/);
  });

  it('is a page to print, fetched once, with what people wrote as text', async () => {
    const link = linkIn(await chronology());
    const ready = await (await fetch(link)).text();
    assert.match(ready, new RegExp(`chronology-${reference}\\.html.*read it before you pass it on`));
    assert.doesNotMatch(ready, /It names people/);
    const file = await fetch(link, { method: 'POST' });
    const page = await file.text();
    assert.match(file.headers.get('content-type') ?? '', /text\/html/);
    assert.match(page, /\[name\] was shown &lt;b&gt;asleep&lt;\/b&gt;/);
    assert.match(page, /Taken on by Handler 1/);
    assert.doesNotMatch(page, /Testwoman|Ledgerly|Carer Number/);
    assert.equal((await fetch(link, { method: 'POST' })).status, 404);
  });

  it('is refused by its link to whoever handles reports no more', async () => {
    const link = linkIn(await chronology(officer));
    await lead.says('remove Fergus Foldersby as a handler');
    await product.idle();
    const refused = await fetch(link, { method: 'POST' });
    assert.equal(refused.status, 403);
    assert.doesNotMatch(await refused.text(), /asleep/);
    await lead.says('confirm Fergus Foldersby as a handler');
    await product.idle();
  });

  it('is shown in pages where it is long, none of which is too large', async () => {
    for (let count = 0; count < 3; count++) {
      await carer.says('my reports');
      await press(carer, 'Add something');
      await press(carer, 'Skip');
      await press(carer, 'Save and next', { detail: `Page ${count}: ${'ü'.repeat(3_900)}` });
    }
    await product.idle();
    const first = await chronology();
    assert.match(textOf(first), /Page 1 of \d/);
    const second = textOf(await lead.submitsDialog(first, 'Next page', {}));
    assert.match(second, /Page 2 of \d/);
    assert.doesNotMatch(second, /went wrong|could not/i);
  });
});

describe('the dialog of a report that nobody has', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());

  it('offers to take it on and not to close it, and shows it as taken on', async () => {
    const [lead, officer] = ['complaints-lead', 'complaints-officer'].map((key) => product.teams.person(key));
    assert.ok(lead && officer);
    const reference = await sendReport(product, next().key);
    const [page, late] = [
      await lead.presses(await channelCard(product, reference), 'Open'),
      await officer.presses(await channelCard(product, reference), 'Open'),
    ];
    assert.doesNotMatch(JSON.stringify(page.result), /Close this report/);
    const taken = JSON.stringify((await lead.submitsDialog(page, 'Take on', {})).result);
    assert.match(taken, /Status: Taken on, Lettice Ledgerly.*Close this report/s);
    assert.doesNotMatch(taken, /"title":"Take on"/);
    const told = JSON.stringify((await officer.submitsDialog(late, 'Take on', {})).result);
    assert.match(told, /Lettice Ledgerly has already taken on/);
    await product.idle();
    assert.match(seen(await channelCard(product, reference)), /Taken on/);
  });

  it('is nobody’s for whom the report names', async () => {
    const lead = product.teams.person('complaints-lead');
    const reference = await sendReport(product, next().key);
    const { people } = await product.teams.world();
    await involve(product, reference, people.find(({ key }) => key === lead.key)?.aadObjectId ?? '');
    await lead.says(`chronology ${reference}`);
    assert.match((await lead.lastMessage()).text ?? '', /cannot find that report/);
  });
});
