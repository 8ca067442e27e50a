import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from '../support/browser';
import type { Launched } from '../support/launcher';
import { launchLocal } from '../support/launcher';
import { loadCheckQuestions } from '../../src/features/acknowledgements/check/questions';
import { loadPolicy } from '../../src/features/policies/policy';
import { sections } from '../../src/features/policies/sections';
import { answerQuestions } from './answering';
import { Phone } from './phone';

/** Pictures for the README; `npm run pictures` writes them where they are kept. */
const PICTURES = process.env['PICTURES_DIR'] ?? join('dist', 'pictures');
const HAPPENED = 'A colleague has put a photo of a resident on Facebook. ${name} <b>today</b>';

/** The officer on each of the five lines. */
const WHY = 'The picture was taken down and shows nobody.';

describe('The three jobs, played in a browser on npm run local', function () {
  this.timeout(90_000);
  let local: Launched;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [local, browser] = await Promise.all([launchLocal(), launchBrowser()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(local.address);
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });
  const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

  it('a carer asks and is answered with the clause, and opens it in the policy', async () => {
    const carer = new Phone(page, 'night-carer');
    await carer.says('Can I post a photo of a resident?');
    await carer.reads('Never post pictures of service users or colleagues even if they ask you to do so.');
    await carer.reads(/Clause P5\.11/);
    await picture('answers');
  });

  it('a manager asks a team to confirm the policy, a carer confirms, and the manager sees it', async () => {
    const [manager, carer] = [new Phone(page, 'manager'), new Phone(page, 'night-carer')];
    await manager.says('remind');
    await manager.presses('Ask people to confirm the policy', 'Preview');
    await manager.presses('Check before you send', 'Send');
    await carer.presses('Please read and confirm', 'Read and confirm');
    await carer.readsToTheEnd();
    await carer.presses('Before you confirm', 'Go to the questions');
    await answerQuestions(carer, loadCheckQuestions(sections(loadPolicy())), 'right');
    await carer.presses('What you confirm', 'I confirm');
    await carer.reads('Thank you. You have confirmed.');
    await manager.card('See names').getByText('1 of 6').waitFor();
    await manager.card('See names').scrollIntoViewIfNeeded();
    await picture('acknowledgements');
  });

  it('a carer reports a concern, and a complaints officer takes it on and closes it', async () => {
    const [carer, officer] = [new Phone(page, 'night-carer'), new Phone(page, 'complaints-officer')];
    await carer.says('report');
    await carer.presses('Is anybody in danger', 'No');
    const about = carer.card('What happened?');
    await about.getByRole('radio', { name: 'A picture of a service user or a colleague' }).check();
    await about.getByRole('radio', { name: 'A service user', exact: true }).check();
    await about.getByRole('textbox').fill(HAPPENED);
    await carer.presses('What happened?', 'Next');
    await carer.reads(HAPPENED);
    const review = carer.card(HAPPENED);
    await review.getByRole('radio').first().check();
    await review.getByRole('button', { name: 'Send', exact: true }).click();
    await carer.reads(/reference/i);
    await officer.presses('Take on', 'Take on');
    await officer.card('Take on by').getByText('Taken on').waitFor();
    await picture('concerns');
    assert.ok(
      !(await officer.place.innerText()).includes('photo of a resident'),
      'the channel shows what was reported',
    );
  });

  it('the officer reads everything in a dialog, says what safeguarding needed, and closes the report, and the carer is told', async () => {
    const [carer, officer] = [new Phone(page, 'night-carer'), new Phone(page, 'complaints-officer')];
    await officer.presses('Take on by', 'Open');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(HAPPENED).waitFor();
    await dialog.getByRole('button', { name: 'Safeguarding', exact: true }).click();
    await dialog.getByText('Safeguarding of report').waitFor();
    for (const line of await dialog.getByRole('combobox').all()) await line.selectOption('Not needed');
    for (const why of await dialog.getByLabel('If not needed: why').all()) await why.fill(WHY);
    await picture('safeguarding');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByText(/Recorded: not needed/i)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Back to the report' }).click();
    await dialog.getByRole('button', { name: 'Close this report' }).click();
    await dialog.getByLabel('Outcome, for the file').selectOption({ index: 1 });
    await dialog.getByLabel('Words to the reporter').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Close the report' }).click();
    await carer.reads('We looked into what you told us and did what we found to be needed.');
    await officer.card('Take on by').getByText('Closed').waitFor();
  });

  it('shows no error of the page', () => {
    assert.deepEqual(errors, []);
  });
});
