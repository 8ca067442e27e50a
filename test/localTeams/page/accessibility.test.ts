import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { fullScene } from './support/fullScene';
import { usePage } from './support/usePage';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)",
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

describe('the page for everybody', () => {
  const fixture = usePage();

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds fault with, ${colorScheme} and wide, with every kind of message`, async () => {
      const { page } = await fixture.open(fullScene, { colorScheme });
      await page.getByRole('button', { name: 'Source 1: P4.1 Photographs' }).click();
      await page.getByRole('button', { name: 'Dislike' }).click();
      assert.deepEqual(await violations(page), []);
    });

    it(`has nothing that axe finds fault with, ${colorScheme} and narrow, with the panel`, async () => {
      const { page } = await fixture.open(fullScene, { colorScheme, viewport: { width: 360, height: 740 } });
      await page.getByRole('button', { name: 'Misbehave' }).click();
      assert.deepEqual(await violations(page), []);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds fault with, ${colorScheme} and narrow, with the search open`, async () => {
      const { page } = await fixture.open(fullScene, { colorScheme, viewport: { width: 360, height: 740 } });
      await page.getByRole('button', { name: 'Search the policy' }).first().click();
      await page.getByRole('button', { name: 'Friend requests' }).waitFor();
      assert.deepEqual(await violations(page), []);
    });
  }

  it('has nothing that axe finds fault with while a dialog is open', async () => {
    const { page } = await fixture.open(fullScene);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await violations(page), []);
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await fixture.open(undefined, { hash: '#view=one&front=0&at=carer%2Fchat' });
    await page.getByLabel('Type a message').focus();
    await page.keyboard.type('hello');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  });
});
