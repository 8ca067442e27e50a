import assert from 'node:assert/strict';
import { botMessage, CONCERNS } from './support/scene';
import { bodyOf, usePage } from './support/usePage';

describe('what is open on the page', () => {
  const fixture = usePage();

  it('shows a newcomer a carer, the manager and the concerns channel, with three things to try', async () => {
    const { page } = await fixture.open();
    const names = await page.locator('.phone h2').allTextContents();
    assert.deepEqual(names, ['Nella Nightlight', 'Marnie Lanternby', 'Fergus Foldersby']);
    assert.equal(await page.getByRole('log', { name: 'Concerns, messages' }).count(), 1);
    assert.equal(await page.locator('.hints li').count(), 3);
  });

  it('shows the hints no more once they were closed', async () => {
    const { page } = await fixture.open();
    await page.getByRole('button', { name: 'Close these hints' }).click();
    await page.reload();
    await page.locator('.phone').first().waitFor();
    assert.equal(await page.locator('.hints').count(), 0);
  });

  it('folds the hints to one line on a phone’s width', async () => {
    const { page } = await fixture.open(undefined, { viewport: { width: 390, height: 844 } });
    assert.equal(await page.locator('.hints li').count(), 0);
    await page.getByRole('button', { name: 'Three things to try' }).click();
    assert.equal(await page.locator('.hints li').count(), 3);
  });

  it('is the same after a reload', async () => {
    const { page } = await fixture.open();
    await page.getByRole('button', { name: 'Close Marnie Lanternby' }).click();
    await page.getByRole('button', { name: 'Care team General' }).click();
    await page.reload();
    await page.getByRole('log', { name: 'General, messages' }).waitFor();
    assert.deepEqual(await page.locator('.phone h2').allTextContents(), [
      'Nella Nightlight',
      'Fergus Foldersby',
    ]);
  });

  it('goes back with the browser', async () => {
    const { page } = await fixture.open();
    await page.getByRole('button', { name: 'Care team General' }).first().click();
    await page.goBack();
    await page.getByRole('log', { name: 'General, messages' }).waitFor({ state: 'detached' });
  });

  it('leaves out people of an old address who are not in this world', async () => {
    const { page } = await fixture.open(undefined, {
      hash: '#view=one&at=stranger%2Fchat&at=manager%2Fchat',
    });
    await page.getByRole('heading', { name: 'Marnie Lanternby' }).waitFor();
    assert.equal(await page.locator('.strip').count(), 0);
  });

  it('marks what was not read, with the summary that a locked phone shows, and clears it on opening', async () => {
    const { page, teams } = await fixture.open(
      (script) => {
        const chat = {
          id: 'a:manager',
          kind: 'personal' as const,
          name: 'Policy helper',
          lastAt: '2026-01-01',
        };
        script.conversations['manager'] = [{ ...chat, unread: 2, preview: 'You have a new message' }];
        script.answer = ({ path }) => {
          if (path.endsWith('a:manager/read'))
            script.conversations['manager'] = [{ ...chat, unread: 0, preview: '' }];
          return undefined;
        };
      },
      { hash: '#view=one&front=0&at=carer%2Fchat' },
    );
    const item = page.getByRole('button', { name: /Marnie Lanternby.*2 unread/ });
    await item.getByText('You have a new message').waitFor();
    await item.click();
    await bodyOf(page, teams, 'a:manager/read');
    await item.waitFor({ state: 'detached' });
  });

  it('shows nothing unread in the chat that is open, also when the list comes late', async () => {
    const { page } = await fixture.open(
      (script) => {
        const [chat] = script.conversations['carer'] ?? [];
        assert.ok(chat);
        script.conversations['carer'] = [{ ...chat, unread: 1 }];
        script.messages['a:carer'] = [botMessage('1', 'a:carer', { text: 'Hello' })];
        script.answer = ({ path }) => {
          if (path.endsWith('/read')) script.conversations['carer'] = [{ ...chat, unread: 0 }];
          return undefined;
        };
      },
      { hash: '#view=one&front=0&at=carer%2Fchat' },
    );
    await page.getByText('Hello').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  });

  it('announces on a phone what arrives elsewhere on it, and opens it', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: '#view=one&front=0&at=officer%2Fchat' });
    await page.getByRole('log', { name: 'Policy helper, messages' }).waitFor();
    const [chat, general, concerns] = teams.script.conversations['officer'] ?? [];
    assert.ok(chat && general && concerns);
    const preview = 'A new **concern** came in';
    teams.script.conversations['officer'] = [chat, general, { ...concerns, unread: 1, preview }];
    teams.say({ type: 'message', change: 'new', conversationId: CONCERNS, messageId: '1' });
    await page.getByRole('status').getByRole('button', { name: 'A new concern came in' }).click();
    await page.getByRole('log', { name: 'Concerns, messages' }).waitFor();
  });

  it('opens a channel on the phone of somebody who is in it', async () => {
    const { page } = await fixture.open(undefined, { hash: '#view=one&front=0&at=carer%2Fchat' });
    await page.locator('.rail-channel', { hasText: 'Concerns' }).click();
    await page.getByRole('heading', { name: 'Fergus Foldersby' }).waitFor();
    assert.match(
      decodeURIComponent(decodeURIComponent(page.url())),
      /officer\/channel\/complaints\/concerns/,
    );
  });

  it('shows one phone at a time on a narrow screen, without scrolling sideways', async () => {
    const { page } = await fixture.open(undefined, { viewport: { width: 360, height: 740 } });
    assert.equal(await page.locator('.phone').count(), 1);
    await page.locator('.strip').getByRole('button', { name: 'Marnie' }).click();
    await page.getByRole('heading', { name: 'Marnie Lanternby' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  });

  it('follows the look of the machine until the reader chooses', async () => {
    const { page } = await fixture.open(undefined, { colorScheme: 'dark' });
    const look = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['theme']);
    assert.equal(await look(), 'dark');
    await page.getByRole('button', { name: 'Light look' }).click();
    await page.reload();
    await page.locator('.phone').first().waitFor();
    assert.equal(await look(), 'light');
  });
});
