import type { Locator, Page } from 'playwright-core';

/** One person's phone on the page of local Teams, used as that person would use it. */
export class Phone {
  readonly place: Locator;

  constructor(page: Page, person: string) {
    this.place = page.locator(`[data-person="${person}"]`);
  }

  async says(text: string): Promise<void> {
    const box = this.place.locator('form').getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  }

  /** The newest card that has this heading. */
  card(heading: string | RegExp): Locator {
    return this.place.locator('.card').filter({ hasText: heading }).last();
  }

  async presses(heading: string | RegExp, title: string): Promise<void> {
    await this.card(heading).getByRole('button', { name: title, exact: true }).click();
  }

  /** Presses Next on a request's card, page by page, up to the last one. */
  async readsToTheEnd(): Promise<void> {
    for (let at = 1; ; at++) {
      const card = this.card(new RegExp(`Page ${at} of \\d+`));
      await card.waitFor();
      const next = card.getByRole('button', { name: 'Next', exact: true });
      if ((await next.count()) === 0) return;
      await next.click();
    }
  }

  /** Waits until the text can be read on this phone. */
  async reads(text: string | RegExp): Promise<void> {
    await this.place.getByText(text).last().waitFor();
  }
}
