import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from '../support/browser';
import type { Launched } from '../support/launcher';
import { launchLocal } from '../support/launcher';
import { Phone } from './phone';

const PICTURES = join('dist', 'pictures');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CARE = 'channel%2Fcare%252Fgeneral';

describe('Searching the policy, played on a phone on npm run local', function () {
  this.timeout(90_000);
  let local: Launched;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [local, browser] = await Promise.all([launchLocal(), launchBrowser()]);
    page = await (await browser.newContext(PHONE)).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${local.address}#view=one&front=0&at=cook%2F${CARE}`);
  });
  after(async () => {
    await browser.close();
    await local.stop();
  });
  const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
  const openAs = async (person: string, place: string): Promise<Phone> => {
    await page.goto(`${local.address}#view=one&front=0&at=${person}%2F${place}`);
    return new Phone(page, person);
  };

  it('a cook finds a clause as they type, in the channel of their team', async () => {
    const cook = new Phone(page, 'cook');
    await cook.place.getByRole('button', { name: 'Search the policy' }).tap();
    await cook.reads('8 found. Press one to put it into this conversation.');
    await picture('search-opened');
    await page.keyboard.type('friend req');
    await cook.place.locator('.search-results li').first().getByText('Friend requests').waitFor();
    await picture('search-typed');
    assert.equal(await overflow(page), 0, 'the page is wider than the phone');
  });

  it('their press puts the clause into the channel, and a nurse there reads it and opens the policy', async () => {
    const cook = new Phone(page, 'cook');
    await cook.place.getByRole('button', { name: /^Friend requests/ }).tap();
    await cook.card('Clause P5.9').waitFor();
    await picture('search-inserted');
    const nurse = await openAs('nurse', CARE);
    await nurse.reads('Crispin Crumpet');
    await nurse.card('Clause P5.9').getByRole('link', { name: 'Open it in the policy' }).tap();
    await page.frameLocator('iframe').getByText('Do not feel pressured into accepting').first().waitFor();
    await picture('search-opened-in-policy');
  });

  it('it is still there after a reload', async () => {
    const nurse = await openAs('nurse', CARE);
    await page.reload();
    await nurse.card('Clause P5.9').waitFor();
  });

  it('in the chat with the bot a search for nothing says so, and a clause goes in without an answer', async () => {
    const driver = await openAs('driver', 'chat');
    await driver.place.getByRole('button', { name: 'Search the policy' }).tap();
    await driver.place.getByRole('searchbox').fill('zebrafish');
    await driver.reads(/Nothing in the policy fits these words/);
    await picture('search-nothing');
    await driver.place.getByRole('searchbox').fill('5.13');
    await driver.place.getByRole('button', { name: /^No bullying/ }).tap();
    await driver.card('Clause P5.13').waitFor();
    await picture('search-in-chat');
    const last = driver.place.locator('article').last();
    assert.match((await last.getAttribute('aria-label')) ?? '', /^You, /);
  });

  it('shows no error of the page', () => {
    assert.deepEqual(errors, []);
  });
});

/** How many pixels of the page stand outside the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
