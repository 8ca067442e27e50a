import assert from 'node:assert/strict';
import type { Phone } from './phone';
import { Phones } from './phones';

const FORM = 'Ask people to confirm the policy';

describe('Writing a request, played on phones on npm run local', function () {
  this.timeout(90_000);
  let phones: Phones;
  let [manager, nurse]: Phone[] = [];
  before(async () => {
    phones = await Phones.launch();
    manager = await phones.open('manager');
    nurse = await phones.open('nurse');
  });
  after(() => phones.close());

  const picture = (key: string, name: string): Promise<void> => phones.picture(key, `compose-${name}`);

  it('the form is short until the manager asks for more choices', async () => {
    assert.ok(manager);
    await manager.says('remind');
    const reminders = manager.card(FORM).getByLabel('Remind whoever has not confirmed');
    await manager.card(FORM).getByRole('button', { name: 'More choices' }).waitFor();
    assert.equal(await reminders.isVisible(), false);
    await picture('manager', 'form');
    await manager.presses(FORM, 'More choices');
    await reminders.waitFor();
    await picture('manager', 'more-choices');
  });

  it('a pasted list is reported on in a window, and the form keeps what was typed', async () => {
    const page = phones.page('manager');
    assert.ok(manager);
    await manager.card(FORM).getByLabel('Title').fill('A title of my own');
    await manager.presses(FORM, 'Or paste e-mail addresses');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'E-mail addresses' })
      .fill('nurse@example.org; NURSE@example.org; nobody@example.org; x');
    await dialog.getByLabel(/People without Teams/).fill('Pat Sample, Laundry');
    await picture('manager', 'list');
    await dialog.getByRole('button', { name: 'Check the list' }).click();
    await dialog.getByText('Not found in your teams: 1').waitFor();
    await picture('manager', 'list-report');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await manager.card(FORM).getByLabel('Title').inputValue(), 'A title of my own');
  });

  it('the preview says who gets it, and the manager tries it first', async () => {
    assert.ok(manager);
    await manager.presses(FORM, 'Preview');
    await manager.reads('Only on your list');
    await picture('manager', 'preview');
    await manager.presses('Check before you send', 'Send to me first');
    await manager.reads(/This is a trial that only you have/);
    await picture('manager', 'trial');
  });

  it('a nurse reads one clause again, with one button, and no page shows an error', async () => {
    assert.ok(manager && nurse);
    await manager.presses('Check before you send', 'Back');
    await manager.card(FORM).getByLabel('What do you ask for?').selectOption('clause:P4.1');
    await manager.presses(FORM, 'Preview');
    await manager.reads('There is nothing to confirm. Nobody sees whether you have read it.');
    await manager.presses('Check before you send', 'Send');
    await nurse.reads(/asks you to read this part of the/);
    await picture('nurse', 'clause');
    await manager.reads(/There is nothing to confirm\.$/);
    await picture('manager', 'clause-status');
    assert.deepEqual(phones.errors, []);
  });
});
