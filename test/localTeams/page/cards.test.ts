import assert from 'node:assert/strict';
import type { Card } from '../../../src/localTeams/json';
import type { PressResult } from '../../../src/localTeams/api';
import { botMessage } from './support/scene';
import type { Script } from './support/scriptedTeams';
import { bodyOf, callsTo, usePage } from './support/usePage';

const CHAT = 'a:carer';

function cardOf(body: Card[], actions: Card[]): Card {
  return { type: 'AdaptiveCard', version: '1.5', body, actions };
}

const ASK = cardOf(
  [
    {
      type: 'Input.Text',
      id: 'what',
      label: 'What happened?',
      isRequired: true,
      errorMessage: 'Please say what happened.',
    },
  ],
  [
    {
      type: 'Action.Execute',
      title: 'Send',
      verb: 'concerns.send',
      data: { verb: 'concerns.send', draft: '7' },
    },
  ],
);

describe('cards on a phone', () => {
  const fixture = usePage();

  function openCard(card: Card, result: PressResult | Promise<PressResult> = { kind: 'nothing' }) {
    return fixture.open((script: Script) => {
      script.messages[CHAT] = [botMessage('1', CHAT, { card, summary: 'Something to answer' })];
      script.answer = async ({ path }) =>
        path.endsWith('/press') ? { status: 200, body: {}, result: await result } : undefined;
    });
  }

  it('tells which button was pressed and what was filled in', async () => {
    const { page, teams } = await openCard(ASK);
    await page.getByLabel('What happened?').fill('A photo');
    await page.getByRole('button', { name: 'Send', exact: true }).first().click();
    assert.deepEqual(await bodyOf(page, teams, '/1/press'), {
      button: { title: 'Send', verb: 'concerns.send', data: { verb: 'concerns.send', draft: '7' } },
      inputs: { what: 'A photo' },
    });
  });

  it('asks for what is missing before it sends anything', async () => {
    const { page, teams } = await openCard(ASK);
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Please say what happened.').waitFor();
    assert.equal(callsTo(teams, '/press').length, 0);
  });

  it('takes a second press for none while the first is under way', async () => {
    const answer = withResolvers<PressResult>();
    const { page, teams } = await openCard(
      cardOf([], [{ type: 'Action.Execute', title: 'Confirm', verb: 'a.b' }]),
      answer.promise,
    );
    const button = page.getByRole('button', { name: 'Confirm' });
    await button.click();
    await page.locator('.card[aria-busy="true"]').waitFor();
    await button.click();
    answer.resolve({ kind: 'nothing' });
    await page.locator('.card:not([aria-busy])').waitFor();
    assert.equal(callsTo(teams, '/press').length, 1);
  });

  it('puts the card that came back in the place of the old one and keeps the focus there', async () => {
    const receipt = cardOf([{ type: 'TextBlock', text: 'Thank you. You confirmed it.' }], []);
    const message = botMessage('1', CHAT, { card: receipt, personalCard: true });
    const { page } = await openCard(ASK, { kind: 'card', message });
    await page.getByLabel('What happened?').fill('A photo');
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you. You confirmed it.').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.classList.contains('card')), true);
  });

  it('shows the beginning of a long card that came back', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({ type: 'TextBlock', text: `Line ${at}` }));
    const message = botMessage('1', CHAT, { card: cardOf(lines, []), personalCard: true });
    const { page } = await openCard(ASK, { kind: 'card', message });
    await page.getByLabel('What happened?').fill('A photo');
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.waitForFunction(() => {
      const top = document.querySelector('.card')?.getBoundingClientRect().top ?? -1;
      const list = document.querySelector('.messages')?.getBoundingClientRect().top ?? 0;
      return Math.abs(top - list) < 40;
    });
  });

  it('says in plain words when the bot could not be reached, and keeps what was filled in', async () => {
    const { page } = await openCard(ASK, {
      kind: 'failed',
      code: 'BotError',
      text: 'Unable to reach app. Please try again.',
    });
    await page.getByLabel('What happened?').fill('A photo');
    await page.locator('.card').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('Unable to reach app. Please try again.').waitFor();
    assert.equal(await page.getByLabel('What happened?').inputValue(), 'A photo');
  });

  it('keeps what was filled in over a reload and over a change of the look', async () => {
    const { page } = await openCard(ASK);
    await page.getByLabel('What happened?').fill('A photo');
    await page.getByRole('button', { name: 'Dark look' }).click();
    assert.equal(await page.getByLabel('What happened?').inputValue(), 'A photo');
    await page.reload();
    await page.getByLabel('What happened?').waitFor();
    assert.equal(await page.getByLabel('What happened?').inputValue(), 'A photo');
  });

  it('shows and hides parts of a card without asking the bot', async () => {
    const inner = cardOf([{ type: 'TextBlock', text: 'More about it' }], []);
    const { page, teams } = await openCard(
      cardOf([], [{ type: 'Action.ShowCard', title: 'More', card: inner }]),
    );
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByText('More about it').waitFor();
    assert.equal(callsTo(teams, '/press').length, 0);
  });

  it('says so when a card cannot be drawn', async () => {
    const { page } = await openCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Hologram' }] });
    await page.getByText('This card cannot be shown.').waitFor();
  });
});

function withResolvers<T>(): { promise: Promise<T>; resolve(value: T): void } {
  const held: { resolve?: (value: T) => void } = {};
  const promise = new Promise<T>((resolve) => (held.resolve = resolve));
  return { promise, resolve: (value) => held.resolve?.(value) };
}
