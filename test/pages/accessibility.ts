import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe-core finds against WCAG 2.2 AA and good practice, as "rule: element". */
export async function accessibilityProblems(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html}`));
}
