import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { allStored } from '../../../support/allStored';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { pictureWithPlace } from '../../concerns/evidence/pictures';
import { dataOf, seen, textOf, typed, wordsOf } from '../frontDoor';
import { z } from 'zod';
import { ListPage, reportOf } from './listPage';
import { utf16, workbook } from './sampleFiles';

const anything = z.looseObject({});
const FILE = 'Name;E-mail;Team\r\nNora;nurse@example.org;Unusual-column\r\nAbsent;absent@example.org;x\r\n';

describe('a file of e-mail addresses, through the front door', () => {
  let product: TestProduct;
  let manager: PersonDriver;
  let form: MessageView;
  let page: ListPage;
  const lines: string[] = [];
  before(async () => {
    product = await startProduct({ onLog: (line) => lines.push(line) });
    manager = product.teams.person('manager');
  });
  after(() => product.stop());
  beforeEach(async () => {
    await manager.says('remind');
    form = await manager.lastCardMessage();
    page = await ListPage.openedBy(product.url, manager, form);
  });

  const openList = () => manager.presses(form, { verb: 'acknowledgements.openList' });
  const preview = async (): Promise<string> =>
    wordsOf(await manager.presses(form, 'Preview', await typed(product, { teams: '' })));
  const paste = async (addresses: string): Promise<string> =>
    wordsOf(await manager.submitsDialog(await openList(), 'Check the list', { addresses, paper: '' }));

  it('is reported on in the words of a pasted one, and is the list of the draft', async () => {
    const text = 'nurse@example.org, NURSE@example.org, nobody@example.org\nrubbish';
    const pasted = await paste(text);
    const told = await page.sends(text);
    assert.equal(told.status, 200);
    for (const { heading, list } of told.findings ?? assert.fail(told.say)) {
      assert.ok(pasted.includes(JSON.stringify(heading)), heading);
      assert.ok(list === '' || pasted.includes(JSON.stringify(list)), list);
    }
    assert.match(told.intro ?? '', /Nothing is sent yet/);
    assert.match(await preview(), /"1 person".*Only on your list/);
  });

  for (const [what, bytes] of [
    ['UTF-8', Buffer.from(FILE)],
    ['UTF-16', utf16(FILE)],
  ] as const) {
    it(`is read in ${what}, and takes the place of the list from before`, async () => {
      await paste('cook@example.org, driver@example.org');
      assert.equal((await page.begin()).status, 200);
      assert.match(
        reportOf(await page.sends(bytes)),
        /Found in your teams: 1 person.*Not found.*absent@example/,
      );
      assert.match(await preview(), /"1 person"/);
    });
  }

  it('goes to whom it names', async () => {
    await page.sends(FILE);
    await preview();
    await manager.presses(form, 'Send');
    await product.advance(5_000);
    await product.teams.settled();
    assert.match(textOf(await product.teams.person('nurse').lastCardMessage()), /Read and confirm/);
    assert.match(textOf(await seen(product, 'manager', form)), /0 of 1/);
  });

  it('leaves nothing of it in storage or log but the people who were found', async () => {
    await page.sends(FILE);
    const stored = await allStored(product);
    assert.ok(!stored.some(({ text }) => /Unusual-column|absent@/.test(text)));
    assert.ok(stored.some(({ store, text }) => store === 'requestlistlinks' && text.includes('takenBy')));
    assert.ok(!stored.some(({ text }) => text.includes(page.token)));
    assert.ok(lines.length > 0);
    assert.ok(!lines.some((line) => /Unusual-column|absent@|nurse@/.test(line) || line.includes(page.token)));
  });

  for (const [what, status, words, make] of [
    ['an Excel workbook under another name', 415, /Excel workbook.*Save as, CSV/, workbook],
    ['a picture', 415, /This is a picture/, pictureWithPlace],
    ['an empty file', 422, /This file is empty/, () => Buffer.alloc(0)],
    ['a file without addresses', 422, /found no e-mail address/, () => Buffer.from('Name;Team\nNora;Care')],
    [
      'a file of more than a megabyte',
      413,
      /larger than 1 MB/,
      () => Buffer.alloc(1024 * 1024 + 1, 'a@b.uk '),
    ],
    [
      'more than ten thousand addresses',
      413,
      /too long: I read up to 10,000/,
      () => Buffer.from(Array.from({ length: 10_001 }, (_, at) => `p${at}@e.uk`).join('\n')),
    ],
  ] as const) {
    it(`that is ${what} is refused kindly, the list from before stays, and another can be chosen`, async () => {
      await paste('cook@example.org, driver@example.org');
      const told = await page.sends(await make());
      assert.equal(told.status, status);
      assert.match(told.say ?? '', words);
      assert.match(await preview(), /"2 people"/);
      assert.match(reportOf(await page.sends(FILE)), /Found in your teams: 1 person/);
    });
  }

  it('of ten thousand addresses with duplicates and rubbish is read', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      at % 50 === 0 ? 'rubbish' : `P${at % 5_000}@e.uk`,
    );
    const report = reportOf(await page.sends(['Nurse,nurse@example.org', ...rows].join('\n')));
    assert.match(report, /Found in your teams: 1 person.*once: 4,900.*address: 200.*teams: 4,900/);
  });

  it('that breaks half-way changes nothing, and is sent again by the same page', async () => {
    await paste('cook@example.org, driver@example.org');
    await page.begin();
    await new Promise<void>((resolve) => {
      const headers = { Authorization: `Bearer ${page.token}.${'p'.repeat(43)}`, 'Content-Length': '5000' };
      const broken = request(`${product.url}/api/lists/file`, { method: 'PUT', headers });
      broken.on('error', () => resolve());
      broken.write(FILE, () => broken.destroy());
    });
    assert.match(await preview(), /"2 people"/);
    assert.match(reportOf(await page.sends(FILE)), /Found in your teams: 1 person/);
  });

  it('opens its page once: a second one, and a guessed link, are told how to get a new one', async () => {
    assert.equal((await page.begin()).status, 200);
    const second = new ListPage(product.url, page.token);
    const guessed = new ListPage(product.url, `${page.token.slice(0, -1)}_`);
    for (const told of [await second.begin(), await second.sends(FILE), await guessed.sends(FILE)]) {
      assert.deepEqual([told.status, told.refused], [404, 'gone']);
      assert.match(told.say ?? '', /once.*press Choose a file again/);
    }
    assert.equal((await new ListPage(product.url, page.token, '').begin()).refused, 'gone');
    await product.advance(30 * 60_000);
    assert.equal((await page.sends(FILE)).refused, 'gone');
    const stored = await allStored(product);
    assert.ok(!stored.some(({ store }) => store === 'requestlistlinks'), 'the link is cleared away');
  });

  it('for a request that was sent meanwhile says so', async () => {
    await paste('cook@example.org');
    await preview();
    await manager.presses(form, 'Send');
    const told = await page.sends(FILE);
    assert.deepEqual([told.status, told.refused], [409, 'sent']);
    assert.match(told.say ?? '', /sent already/);
  });

  it('for a draft that is gone meanwhile says so', async () => {
    const { draft = '' } = dataOf(form.card, 'Preview');
    const world = await product.teams.world();
    const id = world.people.find(({ key }) => key === 'manager')?.aadObjectId ?? assert.fail();
    await product.storage.table('requestdrafts', anything).remove(id, draft);
    const told = await page.sends(FILE);
    assert.deepEqual([told.status, told.refused], [404, 'draftGone']);
    assert.match(told.say ?? '', /no longer there. Type \*\*remind/);
  });

  it('keeps what was typed before it is chosen, and says that the file takes its place', async () => {
    const typedIn = { addresses: 'cook@example.org', paper: 'Pat Sample, Laundry' };
    const report = await manager.submitsDialog(await openList(), 'Choose a file', typedIn);
    assert.match(wordsOf(report), /kept what you typed.*Found in your teams: 1 person.*Pat Sample/);
    const { result } = await manager.submitsDialog(report, 'Choose a file', { paper: '' });
    assert.match(result.kind === 'dialog' ? (result.dialog.url ?? '') : '', /pages\/addList#/);
    assert.match(await preview(), /"2 people"/);
  });
});
