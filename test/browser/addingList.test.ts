import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { workbook } from '../features/acknowledgements/listFile/sampleFiles';
import { accessibilityProblems } from '../pages/accessibility';
import type { Phone } from './phone';
import { Phones } from './phones';

const FORM = 'Ask people to confirm the policy';
const LIST = 'Name;E-mail\r\nNora;nurse@example.org\r\nNobody;nobody@example.org\r\n';

describe('Choosing a file of e-mail addresses, played on a phone on npm run local', function () {
  this.timeout(90_000);
  let phones: Phones;
  let manager: Phone;
  let page: Page;
  before(async () => {
    phones = await Phones.launch();
    manager = await phones.open('manager');
    page = phones.page('manager');
    await manager.says('remind');
    await manager.presses(FORM, 'More choices');
    await manager.card(FORM).getByLabel('Title').fill('A title of my own');
  });
  after(() => phones.close());

  const upload = (): FrameLocator => page.locator('dialog iframe').contentFrame();
  const theFrame = () =>
    page.frames().find((one) => one.url().includes('/pages/addList')) ?? assert.fail('no page');
  const accessible = async (): Promise<void> => assert.deepEqual(await accessibilityProblems(theFrame()), []);
  const fits = (): Promise<boolean> =>
    theFrame().evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  const choose = (name: string, content: Buffer | string): Promise<void> =>
    upload()
      .getByLabel('Choose a CSV or text file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

  it('the manager opens the page from the list, and it fits the phone', async () => {
    await manager.presses(FORM, 'Or paste e-mail addresses');
    const list = page.getByRole('dialog');
    const button = list.getByRole('button', { name: 'Choose a file' });
    await button.waitFor();
    await phones.picture('manager', 'list-choose');
    await button.click();
    await upload().getByRole('heading', { name: 'Choose a file with e-mail addresses' }).waitFor();
    await phones.picture('manager', 'list-file');
    assert.doesNotMatch(theFrame().url(), /#/);
    assert.ok(await fits());
    await accessible();
  });

  it('a workbook under another name, an empty file and one too large are told kindly, and another can be chosen', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await choose('list.csv', await workbook());
    await upload().getByRole('alert').getByText('This is an Excel workbook').waitFor();
    await phones.picture('manager', 'list-file-workbook');
    await accessible();
    await choose('empty.csv', '');
    await upload().getByRole('alert').getByText('This file is empty').waitFor();
    const before = asked.length;
    await choose('huge.csv', Buffer.alloc(1024 * 1024 + 1, 'a@example.org '));
    await upload().getByRole('alert').getByText('larger than 1 MB').waitFor();
    assert.equal(asked.length, before, 'it was not sent');
  });

  it('a file that breaks half-way says so and is sent again with the keyboard; the report is read out', async () => {
    const connection = { cut: true };
    await page.route(/api\/lists\/file$/, (route) => (connection.cut ? route.abort() : route.continue()));
    await choose('list.csv', LIST);
    await upload().getByRole('alert').getByText('did not get through').waitFor();
    await phones.picture('manager', 'list-file-broken');
    connection.cut = false;
    await upload().getByLabel('Choose a CSV or text file').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await upload().getByRole('status').getByText('list.csv is read').waitFor();
    const report = upload().getByRole('region', { name: 'Your list' });
    await report.getByText('Found in your teams: 1 person').waitFor();
    await report.getByText('nobody@example.org').waitFor();
    await phones.picture('manager', 'list-file-report');
    assert.ok(await fits());
    await accessible();
  });

  it('the form keeps what was typed, and the preview counts the file', async () => {
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    assert.equal(await manager.card(FORM).getByLabel('Title').inputValue(), 'A title of my own');
    await manager.presses(FORM, 'Preview');
    await manager.reads('Only on your list');
    assert.deepEqual(phones.errors, []);
  });
});
