import assert from 'node:assert/strict';
import type { PressResult } from '../../../src/localTeams/api';
import { botMessage } from './support/scene';
import { bodyOf, callsTo, usePage, type OpenedPage } from './support/usePage';

const CHAT = 'a:carer';
const FIRST: PressResult = {
  kind: 'dialog',
  dialog: {
    id: 'd1',
    title: 'Add more',
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Input.Text', id: 'where', label: 'Where was it?' }],
      actions: [{ type: 'Action.Submit', title: 'Save', data: { verb: 'concerns.add' } }],
    },
  },
};
const SECOND: PressResult = {
  kind: 'dialog',
  dialog: {
    id: 'd2',
    title: 'Anything else?',
    card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Saved so far' }] },
  },
};

describe('dialogs on a phone', () => {
  const fixture = usePage();

  async function openDialog(submitted: PressResult = { kind: 'closed' }): Promise<OpenedPage> {
    const opened = await fixture.open((script) => {
      const actions = [{ type: 'Action.Submit', title: 'Add', data: { msteams: { type: 'task/fetch' } } }];
      script.messages[CHAT] = [
        botMessage('1', CHAT, { card: { type: 'AdaptiveCard', version: '1.5', actions } }),
      ];
      script.answer = ({ path }) => {
        const result = path.endsWith('/press') ? FIRST : path.endsWith('/submit') ? submitted : undefined;
        return result && { status: 200, body: {}, result };
      };
    });
    await opened.page.getByRole('button', { name: 'Add', exact: true }).click();
    await opened.page.getByRole('dialog', { name: 'Add more' }).waitFor();
    return opened;
  }

  it('says on whose phone a dialog is, and keeps the focus inside', async () => {
    const { page } = await openDialog();
    await page.getByRole('dialog').getByText('On Nella Nightlight’s phone').waitFor();
    for (let times = 0; times < 8; times++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement?.closest('dialog') === null && document.activeElement !== document.body,
      );
      assert.equal(outside, false);
    }
  });

  it('submits what was filled in, and closes with the words of the bot', async () => {
    const { page, teams } = await openDialog({ kind: 'closed', text: 'It was added.' });
    await page.getByLabel('Where was it?').fill('On a bus');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It was added.').waitFor();
    assert.equal(await page.locator('dialog').count(), 0);
    assert.deepEqual(await bodyOf(page, teams, 'dialogs/d1/submit'), {
      button: { title: 'Save', data: { verb: 'concerns.add' } },
      inputs: { where: 'On a bus' },
    });
  });

  it('goes on with the next dialog when the bot sends one', async () => {
    const { page } = await openDialog(SECOND);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog', { name: 'Anything else?' }).getByText('Saved so far').waitFor();
    assert.equal(await page.locator('dialog').count(), 1);
  });

  it('stays open with an error in plain words when the bot fails', async () => {
    const { page } = await openDialog({
      kind: 'failed',
      code: 'BotError',
      text: 'Something went wrong. Please try again.',
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByText('Something went wrong. Please try again.').waitFor();
  });

  it('closes with Escape, and the bot is told nothing', async () => {
    const { page, teams } = await openDialog();
    await page.keyboard.press('Escape');
    await bodyOf(page, teams, 'dialogs/d1/close');
    assert.equal(await page.locator('dialog').count(), 0);
    assert.equal(callsTo(teams, '/submit').length, 0);
  });
});
