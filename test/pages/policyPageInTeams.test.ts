import assert from 'node:assert/strict';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { accessibilityProblems } from './accessibility';
import { fakeTeamsHtml } from './fakeTeams';
import { builtPages, serveHtml, servePages, type Listening } from './pagesServer';

describe('The policy page in a frame of Teams', () => {
  let browser: Browser;
  let built: Awaited<ReturnType<typeof builtPages>>;
  let host: Listening;
  let pages: Listening;
  let stranger: Listening;
  let hostHtml = '';
  before(async function () {
    // The packaged browser is unpacked at its first start.
    this.timeout(60_000);
    [browser, built, host] = await Promise.all([launchBrowser(), builtPages(), serveHtml(() => hostHtml)]);
    stranger = await serveHtml(() => hostHtml);
    pages = await servePages({ pagesDir: built.pagesDir, localHostOrigin: host.origin });
  });
  after(async () => {
    await browser.close();
    await Promise.all([host.close(), stranger.close(), pages.close()]);
    await built.remove();
  });

  async function openIn(options: {
    theme: string;
    subEntityId?: string;
    query?: string;
  }): Promise<{ page: Page; tab: Frame }> {
    hostHtml = fakeTeamsHtml({ ...options, pageUrl: `${pages.origin}/pages/policy${options.query ?? ''}` });
    const page = await browser.newPage({ colorScheme: 'light' });
    await page.goto(host.origin);
    const tab = page.frames()[1];
    assert.ok(tab);
    await tab.locator('article').first().waitFor();
    await page.waitForFunction("window.calls.includes('appInitialization.success')");
    return { page, tab };
  }
  const themeBecomes = (tab: Frame, theme: string) =>
    tab.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);

  it('meets Teams by the real teams-js and tells it that the page is shown', async () => {
    const { page } = await openIn({ theme: 'default' });
    const calls = await page.evaluate<string[]>('window.calls');
    for (const call of ['initialize', 'getContext', 'appInitialization.appLoaded'])
      assert.equal(calls.includes(call), true, call);
    await page.close();
  });

  it('opens at the clause of a deep link', async () => {
    const { page, tab } = await openIn({ theme: 'default', subEntityId: 'R3' });
    await tab.waitForFunction("document.activeElement.id === 'R3'");
    assert.equal(await tab.locator('article.target').getAttribute('id'), 'R3');
    await page.close();
  });

  it('lets the clause in its address win over the one in the context', async () => {
    const { page, tab } = await openIn({ theme: 'dark', subEntityId: 'R3', query: '?clause=P6' });
    await themeBecomes(tab, 'dark');
    assert.equal(await tab.locator('article.target').getAttribute('id'), 'P6');
    await page.close();
  });

  it("follows Teams' theme, and every change of it, whatever the browser prefers", async () => {
    const { page, tab } = await openIn({ theme: 'contrast' });
    await themeBecomes(tab, 'contrast');
    await page.emulateMedia({ colorScheme: 'dark' });
    await tab.waitForFunction("matchMedia('(prefers-color-scheme: dark)').matches");
    assert.equal(await tab.evaluate(shownTheme), 'contrast');
    await page.evaluate("changeTheme('dark')");
    await themeBecomes(tab, 'dark');
    await page.evaluate("changeTheme('glass')");
    await themeBecomes(tab, 'default');
    await page.close();
  });

  it("is accessible in Teams' high contrast", async () => {
    const { page, tab } = await openIn({ theme: 'contrast', subEntityId: 'R3' });
    await themeBecomes(tab, 'contrast');
    await tab.locator('#search').fill('concerns');
    assert.deepEqual(await accessibilityProblems(tab), []);
    await page.close();
  });

  it('is not shown in the frame of a stranger', async () => {
    hostHtml = fakeTeamsHtml({ theme: 'default', pageUrl: `${pages.origin}/pages/policy` });
    const page = await browser.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(stranger.origin);
    await refused;
    assert.equal(await page.frames()[1]?.locator('article').count(), 0);
    await page.close();
  });
});

/** Runs in the page: the theme once the browser has drawn again. */
function shownTheme(): Promise<string | undefined> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(document.documentElement.dataset['theme'])),
    );
  });
}
