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
const NOT_MEANT = 'That’s not what I meant';

describe('Talking about answers, played on a phone on npm run local', function () {
  this.timeout(90_000);
  let local: Launched;
  let browser: Browser;
  let page: Page;
  let cook: Phone;
  const errors: string[] = [];
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [local, browser] = await Promise.all([launchLocal(), launchBrowser()]);
    page = await (await browser.newContext(ON_A_PHONE)).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${local.address}#view=one&front=0&at=cook%2Fchat`);
    cook = new Phone(page, 'cook');
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });
  const picture = (name: string) => page.screenshot({ path: join(PICTURES, `talking-${name}.png`) });

  it('a cook sees the verdict, the answer, the quote, and the number that shows what she was told', async () => {
    await cook.says('Can I post a photo of a resident?');
    await cook.reads(/Answer \w{3}-\w{3}\. Keep this number: it shows what you were told\./);
    await cook.reads(/Has this happened\?/);
    await picture('answer');
  });

  it('she asks why, and is told that the policy does not say', async () => {
    await cook.says('why?');
    await cook.reads('The policy does not say why');
    await picture('why');
  });

  it('she taps that it is not what she meant, chooses another clause, and it answers', async () => {
    await cook.says('Can I post a photo of a resident?');
    await cook.place.getByRole('button', { name: NOT_MEANT }).tap();
    await cook.card('Did you mean one of these?').getByRole('button', { name: 'None of these' }).waitFor();
    await picture('choices');
    await cook.card('Did you mean one of these?').getByRole('button').first().tap();
    await cook.card('You chose:').waitFor();
    await cook.reads('What the policy says');
  });

  it('her question about the union is no flat no, and the line stands at its end', async () => {
    await cook.says('Can I talk about my wages in the Unison group chat?');
    await cook.reads(/does not stop anybody whistleblowing/);
    await picture('protected');
  });

  it('she owns up, and is told what to do', async () => {
    await cook.says('I posted a photo of a resident myself');
    await cook.reads('Stop sharing it.');
    await cook.card('Would you like to report it?').waitFor();
    await picture('owning-up');
  });

  it('ten questions get three short answers', async () => {
    await cook.says(
      'Can I post a photo of a resident? Can I share confidential information? Can I be friends with a client? ' +
        'Do I have to check my security settings? Can I talk about work online?',
    );
    await cook.reads(/ask me the others one at a time/);
    await picture('several');
  });

  it('Polish and Arabic are answered in those languages', async () => {
    await cook.says('Czy mogę opublikować zdjęcie podopiecznego?');
    await cook.card('Umiem odpowiadać tylko po angielsku.').waitFor();
    await picture('polish');
    await cook.says('هل يمكنني نشر صورة؟');
    await cook.card('يمكنني الإجابة').waitFor();
    await picture('arabic');
  });

  it('distress is met with people who listen', async () => {
    await cook.says('I want to kill myself');
    await cook.card('You matter more than any policy').waitFor();
    await cook.card('You matter more than any policy').scrollIntoViewIfNeeded();
    await picture('distress');
  });

  it('shows no error of the page', () => {
    assert.deepEqual(errors, []);
  });
});
