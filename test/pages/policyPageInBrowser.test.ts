import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { loadPolicy } from '../../src/features/policies/policy';
import { launchBrowser } from '../support/browser';
import { accessibilityProblems } from './accessibility';
import { builtPages, servePages, type Listening } from './pagesServer';

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' };

describe('The policy page in a plain browser', () => {
  let browser: Browser;
  let built: Awaited<ReturnType<typeof builtPages>>;
  let pages: Listening;
  before(async function () {
    // The packaged browser is unpacked at its first start.
    this.timeout(60_000);
    [browser, built] = await Promise.all([launchBrowser(), builtPages()]);
    pages = await servePages({ pagesDir: built.pagesDir, policy: loadPolicy() });
  });
  after(async () => {
    await browser.close();
    await pages.close();
    await built.remove();
  });

  /** Opens the page, on a phone unless told otherwise; requests to other hosts fail, as in a closed network. */
  async function open(query = '', options: BrowserContextOptions = phone): Promise<Page> {
    const page = await browser.newPage(options);
    await page.route(
      (url) => url.origin !== pages.origin,
      (route) => route.abort(),
    );
    await page.goto(`${pages.origin}/pages/policy${query}`);
    await page.locator('article').first().waitFor();
    return page;
  }

  it('shows the whole policy on a phone, and nothing runs over the edge', async () => {
    const page = await open();
    assert.equal(await page.locator('article').count(), 29);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Social media policy');
    const text = await page.locator('[id="P5.11"] blockquote').textContent();
    assert.equal(text, 'Never post pictures of service users or colleagues even if they ask you to do so.');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    await page.close();
  });

  it('searches while you type, marks what it finds and says how much that is', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('cyber-bullying');
    assert.deepEqual(await page.locator('article').evaluateAll((all) => all.map((each) => each.id)), ['R4']);
    assert.equal(await page.locator('[id="R4"] blockquote mark').textContent(), 'Cyber-bullying');
    assert.equal(await page.locator('.result').textContent(), '1 part of the policy has “cyber-bullying”.');
    await page.close();
  });

  it('shows what it found from its beginning when you search from further down', async () => {
    const page = await open('?clause=R3');
    await page.waitForFunction("document.activeElement.id === 'R3'");
    await page.getByRole('searchbox').fill('the');
    const first = await page.locator('article').first().boundingBox();
    assert.equal(first !== null && first.y > 0 && first.y < 370, true, JSON.stringify(first));
    await page.close();
  });

  it('says in words that nothing matches, and one button brings everything back', async () => {
    const page = await open();
    await page.getByRole('searchbox').fill('dismissal');
    assert.match((await page.locator('.result').textContent()) ?? '', /^No match for “dismissal”/);
    await page.getByRole('button', { name: 'Clear' }).click();
    assert.equal(await page.locator('article').count(), 29);
    assert.equal(await page.evaluate('document.activeElement.id'), 'search');
    assert.equal(await page.getByRole('button', { name: 'Clear' }).count(), 0);
    await page.close();
  });

  it('opens at the clause of the link, in view, focused, with its plain answer open', async () => {
    const page = await open('?clause=P5.11');
    await page.waitForFunction("document.activeElement.id === 'P5.11'");
    const clause = page.locator('[id="P5.11"]');
    const box = await clause.boundingBox();
    const bar = await page.locator('.search').boundingBox();
    assert.equal(
      box !== null && bar !== null && box.y >= bar.height && box.y < 400,
      true,
      JSON.stringify(box),
    );
    assert.equal(
      await clause.locator('details').evaluate((details: HTMLDetailsElement) => details.open),
      true,
    );
    assert.equal(await page.locator('article.target').count(), 1);
    await page.close();
  });

  it('says so when a link asks for a clause that is not there, and treats its name as text', async () => {
    const page = await open(`?clause=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    assert.match(
      (await page.locator('.notice').textContent()) ?? '',
      /asks for <img src=x.*Here is the whole policy/,
    );
    assert.equal(await page.locator('article').count(), 29);
    await page.close();
  });

  it('copies the link to a clause', async () => {
    const page = await open('', { ...phone, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy link to R3' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    assert.equal(
      await page.evaluate('navigator.clipboard.readText()'),
      `${pages.origin}/pages/policy?clause=R3`,
    );
    await page.close();
  });

  it('shows the link where no clipboard may be used', async () => {
    const page = await open();
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.getByRole('button', { name: 'Copy link to R3' }).click();
    const field = page.getByLabel('Copy this link');
    assert.equal(await field.inputValue(), `${pages.origin}/pages/policy?clause=R3`);
    await page.close();
  });

  it('says so when the policy cannot be loaded, and tries again', async () => {
    const page = await browser.newPage(phone);
    await page.route('**/api/policy', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.goto(`${pages.origin}/pages/policy`);
    await page.getByText('The policy could not be loaded').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('article').first().waitFor();
    await page.close();
  });

  it('asks no other host for anything but the list of hosts that teams-js wants', async () => {
    const page = await browser.newPage(phone);
    const foreign: string[] = [];
    page.on('request', (request) =>
      foreign.push(...(request.url().startsWith(pages.origin) ? [] : [request.url()])),
    );
    await page.goto(`${pages.origin}/pages/policy`, { waitUntil: 'load' });
    await page.locator('article').first().waitFor();
    assert.deepEqual(
      [...new Set(foreign.map((url) => new URL(url).host))].filter((host) => host !== 'res.cdn.office.net'),
      [],
    );
    await page.close();
  });

  it('prints the plain answers too, and no buttons', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.search').isVisible(), false);
    assert.equal(await page.getByRole('button', { name: 'Copy link to R3' }).isVisible(), false);
    const answer = await page.locator('[id="R3"] details p').boundingBox();
    assert.equal((answer?.height ?? 0) > 10, true);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`follows the browser's ${colorScheme} colours and is accessible in them`, async () => {
      const page = await open('?clause=P5.8', { ...phone, colorScheme });
      await page.getByRole('searchbox').fill('relationships');
      const theme = await page.evaluate('document.documentElement.dataset.theme');
      assert.equal(theme, colorScheme === 'dark' ? 'dark' : 'default');
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.close();
    });

  it('is accessible with nothing found and with everything shown', async () => {
    const page = await open();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('searchbox').fill('dismissal');
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  });
});
