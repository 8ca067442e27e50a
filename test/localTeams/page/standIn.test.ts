import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildPage } from '../../../src/localTeams/page/build';
import type { LocalTeams } from '../../../src/localTeams/localTeams';
import { launchBrowser, PATIENCE_MS } from '../../support/browser';
import { teamsForTest } from '../../support/teams';
import { FakeBot } from '../fakeBot';
import { tinyBot } from './support/tinyBot';

describe('the page on the stand-in', () => {
  let folder: string;
  let browser: Browser;
  let bot: FakeBot;
  let teams: LocalTeams;
  let page: Page;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-teams-page-'));
    await buildPage(folder);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    bot = await FakeBot.start();
    bot.behave = tinyBot;
    teams = await teamsForTest({ botUrl: bot.url, pageDir: folder });
    await teams.installAll();
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(teams.url);
    await page.locator('.phone').first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    await teams.close();
    await bot.close();
  });

  const carer = () => page.locator('[data-person="night-carer"]');
  async function say(text: string): Promise<void> {
    await carer().getByLabel('Type a message').fill(text);
    await carer().getByLabel('Type a message').press('Enter');
  }

  it('shows a carer, the manager and the concerns channel at the start', async () => {
    const people = await page
      .locator('.phone')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-person')));
    assert.deepEqual(people, ['night-carer', 'manager', 'complaints-officer']);
    await page.getByRole('log', { name: 'Concerns, messages' }).waitFor();
  });

  it('brings words to the bot and shows its answer, source, thumbs and suggestion', async () => {
    await say('hello');
    await carer().getByText('You said hello.').waitFor();
    await carer().getByRole('button', { name: 'Source 1: P4.1 Photographs' }).click();
    await carer().getByText('No photographs.').waitFor();
    await carer().getByRole('button', { name: 'Like', exact: true }).click();
    await carer().locator('.feedback-form').getByRole('button', { name: 'Send' }).click();
    await carer().getByText('Thank you for your feedback.').waitFor();
    await carer().getByRole('button', { name: 'And then?' }).click();
    await carer().getByText('You said and then.').waitFor();
  });

  it('presses a button and keeps the card that came back, over a reload too', async () => {
    await say('card');
    await carer().getByLabel('Your name').fill('Nella');
    await carer().getByRole('button', { name: 'Confirm' }).click();
    await carer().getByText('Thank you, Nella.').waitFor();
    await page.reload();
    await carer().getByText('Thank you, Nella.').waitFor();
  });

  it('opens a dialog, submits it, and shows what the bot says', async () => {
    await say('dialog');
    await carer().getByRole('button', { name: 'Add more' }).click();
    await page.getByLabel('Where was it?').fill('On a bus');
    await page.getByRole('button', { name: 'Save' }).click();
    await carer().getByText('Added: On a bus').waitFor();
  });

  it('mentions the bot in a channel and shows its answer in the thread', async () => {
    const officer = page.locator('[data-person="complaints-officer"]');
    await officer.getByLabel('Start a new post').fill('@Policy helper hello');
    await officer.getByLabel('Start a new post').press('Enter');
    await officer.locator('.thread').getByText('You said hello.').waitFor();
  });

  it('sends a file', async () => {
    const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('seen it') };
    await carer().getByLabel('File to send').setInputFiles(file);
    await carer().getByRole('button', { name: 'Send', exact: true }).click();
    await carer().getByRole('link', { name: 'note.txt' }).waitFor();
  });

  it('marks the chat of somebody who is not open, when the bot writes to them', async () => {
    await teams.person('cook').says('hello');
    await page.getByRole('button', { name: /Crispin Crumpet.*\d unread/ }).waitFor();
  });

  it('shows what it is told to do wrong, and takes it back', async () => {
    await page.getByRole('button', { name: 'Misbehave' }).click();
    await page.getByLabel('Lose answers').check();
    await page.getByRole('button', { name: /Misbehave 1 on/ }).waitFor();
    await page.getByRole('button', { name: 'Behave again' }).click();
    await page.getByRole('button', { name: 'Misbehave', exact: true }).waitFor();
  });

  it('shows who has blocked the bot', async () => {
    await page.getByRole('button', { name: 'Misbehave' }).click();
    await page.getByLabel('Person').selectOption('night-carer');
    await page.getByLabel('Has blocked the bot').click();
    await carer().getByText('blocked the bot').waitFor();
  });

  it('says when the bot is down, and the message arrives when it is back', async () => {
    const { port } = bot;
    await bot.close();
    await say('are you there');
    await page.getByText('The bot is not answering.').waitFor();
    bot = await FakeBot.start(port);
    bot.behave = tinyBot;
    await carer().getByText('You said are you there.').waitFor();
    await page.getByText('The bot is not answering.').waitFor({ state: 'detached' });
  });
});
