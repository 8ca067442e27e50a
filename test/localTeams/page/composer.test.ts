import assert from 'node:assert/strict';
import { CONCERNS, personMessage } from './support/scene';
import { Refused } from './support/scriptedTeams';
import { bodyOf, callsTo, usePage } from './support/usePage';

const CHAT_HASH = '#view=one&front=0&at=carer%2Fchat';
const CHANNEL_HASH = '#view=one&front=0&at=officer%2Fchannel%2Fcomplaints%252Fconcerns';

describe('the composer', () => {
  const fixture = usePage();

  it('sends with Enter and begins a new line with Shift and Enter', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHAT_HASH });
    const field = page.getByLabel('Type a message');
    await field.pressSequentially('first');
    await field.press('Shift+Enter');
    await field.pressSequentially('second');
    await field.press('Enter');
    assert.deepEqual(await bodyOf(page, teams, 'a:carer/messages'), { text: 'first\nsecond' });
    assert.equal(await field.inputValue(), '');
  });

  it('sends nothing when there is nothing to send', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHAT_HASH });
    await page.getByLabel('Type a message').fill('   ');
    await page.getByLabel('Type a message').press('Enter');
    assert.equal(await page.getByRole('button', { name: 'Send' }).isDisabled(), true);
    assert.equal(callsTo(teams, '/messages').length, 0);
  });

  it('takes a text of 20,000 characters', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHAT_HASH });
    const text = 'x'.repeat(20_000);
    await page.getByLabel('Type a message').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    assert.deepEqual(await bodyOf(page, teams, 'a:carer/messages'), { text });
  });

  it('keeps what was typed over a reload, for each conversation apart', async () => {
    const { page } = await fixture.open(undefined, { hash: CHAT_HASH });
    await page.getByLabel('Type a message').fill('half a thought');
    await page.reload();
    await page.locator('.phone').waitFor();
    assert.equal(await page.getByLabel('Type a message').inputValue(), 'half a thought');
    await page.getByRole('button', { name: 'Care team General' }).click();
    assert.equal(await page.getByLabel('Start a new post').inputValue(), '');
  });

  it('brings back what could not be sent, and says why', async () => {
    const { page } = await fixture.open(
      (script) =>
        (script.answer = ({ method, path }) =>
          method === 'POST' && path.endsWith('/messages') ? new Refused(409, 'She has left.') : undefined),
      { hash: CHAT_HASH },
    );
    await page.getByLabel('Type a message').fill('hello');
    await page.getByLabel('Type a message').press('Enter');
    await page.getByRole('alert').getByText('She has left.').waitFor();
    assert.equal(await page.getByLabel('Type a message').inputValue(), 'hello');
  });

  it('offers the bot after @ in a channel, and Backspace takes the mention off again', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHANNEL_HASH });
    const field = page.getByLabel('Start a new post');
    await field.pressSequentially('@pol');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Do not mention Policy helper' }).waitFor();
    await field.press('Backspace');
    await page.getByRole('button', { name: 'Mention Policy helper', exact: true }).click();
    await field.fill('help');
    await field.press('Enter');
    assert.deepEqual(await bodyOf(page, teams, `${CONCERNS}/messages`), { text: 'help', mentionBot: true });
  });

  it('takes a mention that was typed out for one', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHANNEL_HASH });
    await page.getByLabel('Start a new post').fill('@Policy helper who has this?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    assert.deepEqual(await bodyOf(page, teams, `${CONCERNS}/messages`), {
      text: 'who has this?',
      mentionBot: true,
    });
  });

  it('answers in the thread that was chosen', async () => {
    const { page, teams } = await fixture.open(
      (script) => {
        const [, , officer] = script.world.people;
        if (officer)
          script.messages[CONCERNS] = [{ ...personMessage('7', CONCERNS, officer, 'Look'), threadId: '7' }];
      },
      { hash: CHANNEL_HASH },
    );
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.getByLabel('Write a reply').fill('Mine');
    await page.getByLabel('Write a reply').press('Enter');
    assert.deepEqual(await bodyOf(page, teams, `${CONCERNS}/messages`), { text: 'Mine', replyTo: '7' });
  });

  it('sends a file in the chat', async () => {
    const { page, teams } = await fixture.open(undefined, { hash: CHAT_HASH });
    const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('seen it') };
    await page.getByLabel('File to send').setInputFiles(file);
    await page.getByText('note.txt').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    assert.deepEqual(await bodyOf(page, teams, 'a:carer/files'), {
      name: 'note.txt',
      contentType: 'text/plain',
      contentBase64: Buffer.from('seen it').toString('base64'),
    });
  });
});
