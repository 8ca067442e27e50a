import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPage } from '../../../../src/localTeams/page/build';
import { launchBrowser, PATIENCE_MS } from '../../../support/browser';
import { smallScene } from './scene';
import { startScriptedTeams, type Call, type Script, type ScriptedTeams } from './scriptedTeams';

/** An open page with the control API behind it. */
export interface OpenedPage {
  page: Page;
  teams: ScriptedTeams;
}

/** Opens the page in a real browser, with a script of its own for each test. */
export interface PageFixture {
  open(
    change?: (script: Script) => void,
    options?: BrowserContextOptions & { hash?: string },
  ): Promise<OpenedPage>;
}

/** Registers the hooks that build the page, start a browser and end both. */
export function usePage(): PageFixture {
  const held: { folder: string; browser?: Browser; teams: ScriptedTeams[]; failures: string[] } = {
    folder: '',
    teams: [],
    failures: [],
  };
  before(async () => {
    held.folder = await mkdtemp(join(tmpdir(), 'local-teams-page-'));
    await buildPage(held.folder);
    held.browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(held.browser?.contexts().map((context) => context.close()) ?? []);
    await Promise.all(held.teams.splice(0).map((teams) => teams.close()));
    assert.deepEqual(held.failures.splice(0), [], 'the page failed');
  });
  after(async () => {
    await held.browser?.close();
    await rm(held.folder, { recursive: true, force: true });
  });
  return {
    async open(change, { hash = '', ...options } = {}) {
      assert.ok(held.browser);
      const script = smallScene();
      change?.(script);
      const teams = await startScriptedTeams(held.folder, script);
      held.teams.push(teams);
      const context = await held.browser.newContext({ viewport: { width: 1600, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('pageerror', (error) => held.failures.push(error.message));
      await page.goto(teams.url + hash);
      await page.waitForSelector('.phone');
      return { page, teams };
    },
  };
}

/** The calls of the control API that end with this path, in their order. */
export function callsTo(teams: ScriptedTeams, path: string): Call[] {
  return teams.calls.filter((call) => call.method !== 'GET' && call.path.endsWith(path));
}

/** Waits until a call arrives that ends with this path, and gives its body. */
export async function bodyOf(page: Page, teams: ScriptedTeams, path: string): Promise<unknown> {
  const deadline = Date.now() + 5_000;
  while (callsTo(teams, path).length === 0) {
    assert.ok(Date.now() < deadline, `no call to ${path}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
  return callsTo(teams, path)[0]?.body;
}
