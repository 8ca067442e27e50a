import assert from 'node:assert/strict';
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityProblems } from '../pages/accessibility';
import { pictureOf, pictureWithPlace, PROGRAM } from '../features/concerns/evidence/pictures';
import type { Phone } from './phone';
import { Phones } from './phones';

const MB = 1024 * 1024;

/** 25 MB, read from where they lie: handing them to the browser takes ten seconds. */
function hugeFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'huge-')), 'huge.jpg');
  writeFileSync(path, '');
  truncateSync(path, 25 * MB);
  return path;
}

describe('Adding files to a report, played on phones on npm run local', function () {
  this.timeout(90_000);
  let phones: Phones;
  let nurse: Phone;
  let page: Page;
  before(async () => {
    phones = await Phones.launch();
    nurse = await phones.open('nurse');
    page = phones.page('nurse');
    // Each is typed once the one before is answered: on the way to the bot, messages may overtake each other.
    const typed: [words: string, answered: string][] = [
      ['report', 'Is anybody in danger'],
      ['no', '2 of 3'],
      ['bullying', 'Please tell me who is affected and what happened'],
      ['me', 'Please tell me what happened'],
      ['Invented unkind words in a group chat.', '3 of 3'],
      ['send', 'Your report is sent'],
    ];
    for (const [words, answered] of typed) {
      await nurse.says(words);
      await nurse.card(answered).waitFor();
    }
  });
  after(() => phones.close());

  const upload = (): FrameLocator => page.locator('dialog iframe').contentFrame();
  const row = (name: string) => upload().getByRole('listitem').filter({ hasText: name });
  const theFrame = (of = page) =>
    of.frames().find((one) => one.url().includes('/pages/')) ?? assert.fail('no page');
  const accessible = async (of = page): Promise<void> =>
    assert.deepEqual(await accessibilityProblems(theFrame(of)), []);

  it('a nurse is asked first whether there is anything that must never be sent', async () => {
    await nurse.presses('Your report is sent', 'Add a file');
    await upload().getByText('You do not have to send anything').waitFor();
    await phones.picture('nurse', 'files-question');
    await accessible();
    assert.doesNotMatch(theFrame().url(), /#/);
    await upload().getByRole('button', { name: 'Yes, or I am not sure' }).click();
    await upload().getByText('Please do not send it.').waitFor();
    await phones.picture('nurse', 'files-never');
    assert.equal(await upload().locator('input[type=file]').count(), 0);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('she sends pictures and a text; what is too large or no picture is told kindly, one by one', async () => {
    await nurse.presses('Your report is sent', 'Add a file');
    await upload().getByRole('button', { name: 'No', exact: true }).click();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(`${request.method()} ${request.url()}`));
    const chooser = upload().locator('input[type=file]');
    await chooser.setInputFiles(hugeFile());
    await chooser.setInputFiles([
      { name: 'screen.jpg', mimeType: 'image/jpeg', buffer: await pictureWithPlace() },
      { name: 'several-pieces.jpg', mimeType: 'image/jpeg', buffer: await pictureOf(3 * MB) },
      { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: PROGRAM },
      { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('Invented words.') },
    ]);
    await row('huge.jpg').getByText('larger than 20 MB, so it was not sent').waitFor();
    for (const name of ['screen.jpg', 'several-pieces.jpg', 'words.txt'])
      await row(name)
        .getByText(/Saved as file [123]/)
        .waitFor();
    await row('holiday.jpg').getByText('We can take pictures').waitFor();
    await upload().getByText('That is all. You can close this window now').waitFor();
    await phones.picture('nurse', 'files-sent');
    await accessible();
    const pieces = asked.filter((line) => line.startsWith('PUT'));
    assert.equal(pieces.length, 1 + 6 + 1 + 1, 'the large file was not sent');
  });

  it('a file that breaks half-way says so, can be cancelled, and goes on where it stopped', async () => {
    const connection = { cut: true };
    await page.route(/pieces\/2$/, (route) => (connection.cut ? route.abort() : route.continue()));
    const buffer = await pictureOf(2 * MB);
    const both = ['goes-on.jpg', 'given-up.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer }));
    await upload().locator('input[type=file]').setInputFiles(both);
    for (const { name } of both) await row(name).getByText('did not get through').waitFor();
    await phones.picture('nurse', 'files-broken');
    await row('given-up.jpg').getByRole('button', { name: 'Cancel' }).click();
    connection.cut = false;
    const pieces: string[] = [];
    page.on(
      'request',
      (request) => void (request.method() === 'PUT' && pieces.push(request.url().slice(-1))),
    );
    await row('goes-on.jpg').getByRole('button', { name: 'Try again' }).click();
    await row('goes-on.jpg').getByText('Saved as file 4').waitFor();
    assert.deepEqual(pieces, ['2', '3']);
    assert.equal(await row('given-up.jpg').count(), 0);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    assert.deepEqual(phones.errors, []);
  });

  it('a handler looks at the copy in a window, and gets the original for a reason', async () => {
    const lead = await phones.open('complaints-lead', 'channel/complaints%2Fconcerns');
    const theirs = phones.page('complaints-lead');
    const dialog = theirs.locator('dialog');
    await lead.presses('Take on by', 'Open');
    await dialog.getByText('File 1: picture (JPEG)').first().waitFor();
    await dialog.getByRole('button', { name: 'Files', exact: true }).click();
    await dialog.getByRole('button', { name: 'Open file 1' }).click();
    const shown = dialog.locator('iframe').contentFrame();
    await shown.getByRole('img', { name: 'The file that the reporter sent' }).waitFor();
    const isDrawn = await shown
      .getByRole('img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth > 0);
    assert.ok(isDrawn);
    await phones.picture('complaints-lead', 'files-copy');
    await accessible(theirs);
    await theirs.getByRole('button', { name: 'Close', exact: true }).click();
    await lead.presses('Take on by', 'Open');
    await dialog.getByRole('button', { name: 'Files', exact: true }).click();
    await phones.picture('complaints-lead', 'files-list');
    await dialog.getByRole('button', { name: 'Open the original' }).first().click();
    await dialog.getByRole('textbox').fill('The police asked for it.');
    await phones.picture('complaints-lead', 'files-reason');
    await dialog.getByRole('button', { name: 'Open the original' }).click();
    await shown.getByRole('link', { name: 'Save the original on this device' }).waitFor();
    await phones.picture('complaints-lead', 'files-original');
    assert.deepEqual(phones.errors, []);
  });
});
