import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from '../support/browser';
import type { Launched } from '../support/launcher';
import { launchLocal } from '../support/launcher';
import { Phone } from './phone';

const PICTURES = join('dist', 'pictures');
const ON_A_PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** `npm run local` in a browser: a phone for each person, each a page of its own. */
export class Phones {
  /** What any page complained of. */
  readonly errors: string[] = [];
  private readonly pages = new Map<string, Page>();

  private constructor(
    private readonly local: Launched,
    private readonly browser: Browser,
  ) {}

  static async launch(): Promise<Phones> {
    mkdirSync(PICTURES, { recursive: true });
    const [local, browser] = await Promise.all([launchLocal(), launchBrowser()]);
    return new Phones(local, browser);
  }

  /** @param place what is open on it: the chat with the bot, or a channel such as `channel/complaints%2Fconcerns` */
  async open(key: string, place = 'chat'): Promise<Phone> {
    const page = await (await this.browser.newContext(ON_A_PHONE)).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.errors.push(error.message));
    await page.goto(`${this.local.address}#view=one&front=0&at=${encodeURIComponent(`${key}/${place}`)}`);
    this.pages.set(key, page);
    return new Phone(page, key);
  }

  /** The whole page of somebody whose phone is open: windows lie outside their place on it. */
  page(key: string): Page {
    const page = this.pages.get(key);
    if (!page) throw new Error(`The phone of ${key} is not open.`);
    return page;
  }

  async picture(key: string, name: string): Promise<void> {
    await this.page(key).screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.local.stop();
  }
}
