import type { CheckQuestion } from '../../src/features/acknowledgements/check/questions';
import { CHOICES } from '../../src/features/acknowledgements/check/questions';
import type { Phone } from './phone';

/** Chooses an option for each question that is still open, and has the answers checked. */
export async function answerQuestions(
  phone: Phone,
  bank: readonly CheckQuestion[],
  how: 'right' | 'wrong',
): Promise<void> {
  const card = phone.card('Three short questions');
  await card.getByText('Question 3 of 3').waitFor();
  for (const { question, options, right } of bank) {
    const wrong = CHOICES.findIndex((choice) => choice !== right);
    const option = options[how === 'right' ? CHOICES.indexOf(right) : wrong] ?? '';
    if ((await card.getByText(question).count()) > 0) await card.getByText(option, { exact: true }).click();
  }
  await phone.presses('Three short questions', 'Check my answers');
}
