import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from '../support/browser';
import type { Launched } from '../support/launcher';
import { launchLocal } from '../support/launcher';
import { Phone } from './phone';

const PICTURES = join('dist', 'pictures');
const ON_A_PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SEND = 'Send this question to the policy team, without my name';

describe('Sending a question to the policy team, played on a phone on npm run local', function () {
  this.timeout(90_000);
  let local: Launched;
  let browser: Browser;
  let page: Page;
  let nurse: Phone;
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [local, browser] = await Promise.all([launchLocal(), launchBrowser()]);
    page = await (await browser.newContext(ON_A_PHONE)).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${local.address}#view=one&front=0&at=nurse%2Fchat`);
    nurse = new Phone(page, 'nurse');
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });
  const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

  it('a nurse presses the last suggestion and sees her question without the name', async () => {
    await nurse.says('can I get sacked for a facebook post about gurpreet singh');
    await nurse.reads('The policy does not say');
    await picture('send-suggested');
    await nurse.place.getByRole('button', { name: SEND }).tap();
    await nurse
      .card('Send this to the policy team?')
      .getByText('can I get sacked for a facebook post about […]')
      .waitFor();
    await nurse.reads('This is all that is sent. Nobody can see that it was you.');
    await picture('send-preview');
  });

  it('her press sends it, and the card says so, also after a reload', async () => {
    await nurse
      .card('Send this to the policy team?')
      .getByRole('button', { name: 'Send', exact: true })
      .tap();
    await nurse.card('Sent. Thank you.').waitFor();
    await page.reload();
    await nurse.card('Sent. Thank you.').waitFor();
    await picture('send-sent');
    assert.equal(await nurse.card('Send this to the policy team?').count(), 0);
  });
});
