import assert from 'node:assert/strict';
import { botMessage, person, personMessage } from './support/scene';
import { bodyOf, usePage } from './support/usePage';

const CHAT = 'a:carer';
const CARER = person('carer', 'Nella Nightlight', 'staff');
const lines = (many: number): string[] => Array.from({ length: many }, (_, at) => `Line ${at + 1}`);

describe('messages on a phone', () => {
  const fixture = usePage();

  it('shows Markdown of the bot, and HTML in it as text', async () => {
    const text = '**No.** <img src=x onerror=alert(1)> [link](javascript:alert(1))';
    const { page } = await fixture.open(
      (script) => (script.messages[CHAT] = [botMessage('1', CHAT, { text })]),
    );
    const message = page.locator('[data-message="1"] .markdown');
    assert.equal(await message.locator('strong').textContent(), 'No.');
    assert.equal(await message.locator('img, a').count(), 0);
    assert.match((await message.textContent()) ?? '', /<img src=x onerror=alert\(1\)>/);
  });

  it('shows what a person typed as it was typed, and a mention as a mention', async () => {
    const text = '<at>Policy helper</at> **not bold** <b>nor this</b>\nsecond line';
    const { page } = await fixture.open(
      (script) => (script.messages[CHAT] = [personMessage('1', CHAT, CARER, text)]),
    );
    const message = page.locator('[data-message="1"] .plain');
    assert.equal(await message.textContent(), 'Policy helper **not bold** <b>nor this</b>\nsecond line');
    assert.equal(await message.locator('.mention').textContent(), 'Policy helper');
  });

  it('unfolds the source whose number is pressed in the text', async () => {
    const citations = [
      { position: 1, name: 'P4.1', abstract: 'No photographs.', url: 'https://example.invalid/p' },
    ];
    const { page } = await fixture.open((script) => {
      script.messages[CHAT] = [botMessage('1', CHAT, { text: 'No. [1] Not [2].', citations })];
    });
    await page.getByRole('button', { name: 'Source 1: P4.1' }).click();
    await page.getByText('No photographs.').waitFor();
    assert.equal(
      await page.getByRole('link', { name: 'Open the source' }).getAttribute('href'),
      citations[0]?.url,
    );
    assert.match((await page.locator('.markdown').textContent()) ?? '', /Not \[2\]/);
  });

  it('opens the page of the app at the place that a source links to', async () => {
    const { page } = await fixture.open((script) => {
      const context = encodeURIComponent(JSON.stringify({ subEntityId: 'P4.1' }));
      const url = `https://teams.microsoft.com/l/entity/${script.world.appId}/policy?context=${context}`;
      const citations = [{ position: 1, name: 'P4.1', abstract: 'No photographs.', url }];
      script.world.tabs = [{ entityId: 'policy', name: 'Policy', url: 'http://127.0.0.1:9/policy' }];
      script.messages[CHAT] = [botMessage('1', CHAT, { text: 'No. [1]', citations })];
    });
    await page.getByRole('button', { name: 'Source 1: P4.1' }).click();
    await page.getByRole('link', { name: 'Open the source' }).click();
    await page.getByTitle('Policy, as Nella Nightlight sees it').waitFor();
    assert.match(page.url(), /policy%2FP4\.1/);
  });

  it('says a suggestion that is pressed', async () => {
    const suggestedActions = [{ title: 'What about WhatsApp?', value: 'whatsapp', type: 'imBack' }];
    const { page, teams } = await fixture.open((script) => {
      script.messages[CHAT] = [botMessage('1', CHAT, { text: 'No.', suggestedActions })];
    });
    await page.getByRole('button', { name: 'What about WhatsApp?' }).click();
    assert.deepEqual(await bodyOf(page, teams, '/1/suggestion'), { title: 'What about WhatsApp?' });
  });

  it('asks for words with thumbs down, and thanks', async () => {
    const { page, teams } = await fixture.open((script) => {
      script.messages[CHAT] = [botMessage('1', CHAT, { text: 'No.', feedback: true })];
      script.answer = ({ path }) =>
        path.endsWith('/feedback') ? { status: 200, body: {}, result: { kind: 'nothing' } } : undefined;
    });
    await page.getByRole('button', { name: 'Dislike' }).click();
    await page.getByLabel('What went wrong?').fill('Not my question');
    await page.locator('.feedback-form').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you for your feedback.').waitFor();
    assert.deepEqual(await bodyOf(page, teams, '/1/feedback'), {
      reaction: 'dislike',
      text: 'Not my question',
    });
  });

  it('shows a new message by itself, and that the bot is typing before it', async () => {
    const { page, teams } = await fixture.open();
    teams.say({ type: 'typing', conversationId: CHAT, from: 'Policy helper' });
    await page.getByText('Policy helper is typing').waitFor();
    teams.script.messages[CHAT] = [botMessage('1', CHAT, { text: 'Here it is.' })];
    teams.say({ type: 'message', change: 'new', conversationId: CHAT, messageId: '1' });
    await page.getByText('Here it is.').waitFor();
    assert.equal(await page.getByText('Policy helper is typing').count(), 0);
  });

  it('stays at the end when something long is drawn just after it scrolled there', async () => {
    const { page } = await fixture.open((script) => {
      script.messages[CHAT] = lines(30).map((text, at) => botMessage(`${at}`, CHAT, { text }));
    });
    await page.getByText('Line 30').waitFor();
    await page.evaluate(() => {
      const late = Object.assign(document.createElement('p'), { style: 'height: 600px' });
      document.querySelector('.messages-inner')?.append(late);
      document.querySelector('.messages')?.dispatchEvent(new Event('scroll'));
    });
    await page.waitForFunction(() => {
      const list = document.querySelector('.messages');
      return list && list.scrollHeight - list.scrollTop - list.clientHeight < 4;
    });
  });

  it('stays where somebody reads back, and says that there is something new', async () => {
    const { page, teams } = await fixture.open((script) => {
      script.messages[CHAT] = lines(60).map((text, at) => botMessage(`${at}`, CHAT, { text }));
    });
    const list = page.getByRole('log', { name: 'Policy helper, messages' }).first();
    await list.hover();
    await page.mouse.wheel(0, -900);
    await page.waitForFunction(() => {
      const box = document.querySelector('.messages');
      return box && box.scrollHeight - box.scrollTop - box.clientHeight > 400;
    });
    teams.script.messages[CHAT]?.push(botMessage('new', CHAT, { text: 'Something new' }));
    teams.say({ type: 'message', change: 'new', conversationId: CHAT, messageId: 'new' });
    await page.getByRole('button', { name: 'New messages' }).click();
    await page.getByText('Something new').waitFor();
  });

  it('lets somebody without a mouse skip the messages', async () => {
    const { page } = await fixture.open((script) => {
      script.messages[CHAT] = [botMessage('1', CHAT, { text: 'No.', feedback: true })];
    });
    await page.getByRole('button', { name: 'Skip to writing a message' }).first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Hello');
    assert.equal(await page.getByLabel('Type a message').first().inputValue(), 'Hello');
  });

  it('puts replies under the message that began the thread', async () => {
    const id = '19:care@thread.tacv2';
    const { page } = await fixture.open(
      (script) => {
        script.messages[id] = [
          { ...personMessage('1', id, CARER, 'First'), threadId: '1' },
          { ...personMessage('2', id, CARER, 'Second'), threadId: '2' },
          botMessage('3', id, { text: 'Answer to the first', threadId: '1' }),
        ];
      },
      { hash: '#view=one&front=0&at=carer%2Fchannel%2Fcare%252Fgeneral' },
    );
    const first = page.locator('.thread').first();
    await first.getByText('Answer to the first').waitFor();
    assert.equal(await first.locator('.message').count(), 2);
  });
});
