import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { inspectionPage } from '../../src/features/acknowledgements/inspection/inspectionPage';
import { signSheet } from '../../src/features/acknowledgements/inspection/signSheet';
import { confirms, delivered } from '../features/acknowledgements/requests';
import { NOW } from '../features/acknowledgements/samples';
import { members } from '../features/acknowledgements/surroundings';
import { accessibilityProblems } from '../pages/accessibility';
import { launchBrowser } from '../support/browser';

const team = { id: 'a', name: 'Team a' };
const reader = { id: 'manager-1', name: 'Mona Sample' };

async function textOf(lines: AsyncGenerator<string>): Promise<string> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all.join('');
}

describe('Pages to print, in a browser', function () {
  this.timeout(60_000);
  const running: { browser?: Browser } = {};
  before(async () => void (running.browser = await launchBrowser()));
  after(() => running.browser?.close());

  it('have nothing that axe finds fault with, and fit a phone and paper', async () => {
    const made = await delivered(members(0, 60));
    await confirms(made, 'p00000');
    const at = { day: '2026-11-22', moment: NOW.toISOString() };
    for (const lines of [
      inspectionPage(made.parties, reader, team, at),
      signSheet(made.parties, reader, team, true),
    ]) {
      const page = await (running.browser as Browser).newPage({ viewport: { width: 390, height: 844 } });
      await page.setContent(await textOf(lines));
      assert.deepEqual(await accessibilityProblems(page), []);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      assert.ok(Number(width) <= 390, `${String(width)} wide`);
      await page.emulateMedia({ media: 'print' });
      const head = 'getComputedStyle(document.querySelector("thead")).display';
      assert.equal(await page.evaluate(head), 'table-header-group');
      await page.close();
    }
  });
});
