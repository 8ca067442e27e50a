import assert from 'node:assert/strict';
import { loadCheckQuestions } from '../../src/features/acknowledgements/check/questions';
import { loadPolicy } from '../../src/features/policies/policy';
import { sections } from '../../src/features/policies/sections';
import { answerQuestions } from './answering';
import type { Phone } from './phone';
import { Phones } from './phones';

const bank = loadCheckQuestions(sections(loadPolicy()));

describe('Confirming the policy, played on phones on npm run local', function () {
  this.timeout(90_000);
  let phones: Phones;
  let [manager, nurse]: Phone[] = [];
  before(async () => {
    phones = await Phones.launch();
    manager = await phones.open('manager');
    nurse = await phones.open('nurse');
  });
  after(() => phones.close());

  const picture = (key: string, name: string): Promise<void> => phones.picture(key, name);

  it('a nurse sees who asks and by when, and four ways on', async () => {
    await manager?.says('remind');
    await manager?.presses('Ask people to confirm the policy', 'More choices');
    await manager?.reads('Ask two or three short questions at the end');
    await picture('manager', 'confirm-compose');
    await manager?.presses('Ask people to confirm the policy', 'Preview');
    await manager?.presses('Check before you send', 'Send');
    await nurse?.reads('I need help to understand this');
    await picture('nurse', 'confirm-request');
  });

  it('she asks for an interpreter, and her manager is told', async () => {
    await nurse?.presses('Please read and confirm', 'I need help to understand this');
    await nurse?.card('What would help you?').getByRole('radio', { name: 'An interpreter' }).check();
    await picture('nurse', 'confirm-help');
    await nurse?.presses('What would help you?', 'Ask for this');
    await nurse?.reads('Thank you for saying so');
    await manager?.reads('Somebody asks for help');
    await picture('manager', 'confirm-help-asked');
    await nurse?.presses('Thank you for saying so', 'Back to the request');
  });

  it('she reads to the end, gets one question wrong, sees the clause, and confirms', async () => {
    assert.ok(nurse);
    await nurse.presses('Please read and confirm', 'Read and confirm');
    await nurse.readsToTheEnd();
    await picture('nurse', 'confirm-before');
    await nurse.presses('Before you confirm', 'Go to the questions');
    await nurse.reads('Question 3 of 3');
    await picture('nurse', 'confirm-questions');
    await answerQuestions(nurse, bank, 'wrong');
    await nurse.reads(/Not quite\. The policy says/);
    await picture('nurse', 'confirm-wrong');
    await answerQuestions(nurse, bank, 'right');
    await nurse.reads('That is right. Now you can confirm.');
    await picture('nurse', 'confirm-right');
    await nurse.presses('What you confirm', 'I confirm');
    await nurse.reads('Thank you. You have confirmed.');
    await picture('nurse', 'confirm-receipt');
  });

  it('the manager records a paper for somebody, and no page shows an error', async () => {
    const page = phones.page('manager');
    await manager?.card('See names').getByText('1 of 6').waitFor();
    await manager?.presses('See names', 'See names');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Signed on paper' }).first().waitFor();
    await picture('manager', 'paper-names');
    await dialog.getByRole('button', { name: 'Signed on paper' }).first().click();
    await dialog.getByLabel('Who saw it signed?').fill('Wanda Witness');
    const today = await dialog.locator('input[type=date]').getAttribute('max');
    await dialog.locator('input[type=date]').fill(today ?? '');
    await picture('manager', 'paper-form');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByText('Recorded as signed on paper').waitFor();
    await picture('manager', 'paper-recorded');
    const cook = await phones.open('cook');
    await cook.reads('Not you? Tell us.');
    await picture('cook', 'paper-receipt');
    assert.deepEqual(phones.errors, []);
  });
});
