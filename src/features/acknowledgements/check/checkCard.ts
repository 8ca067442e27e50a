import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { Answered } from './answers';
import { allRight, idsOf, INPUTS, keptOf } from './answers';
import { CHOICES } from './questions';

const WORDS = {
  begin: 'Choose what fits best. If one is not right, you see what the policy says and try again.',
  again: 'Nearly there. Please read the words of the policy below and try again.',
  passed: 'That is right. Now you can confirm.',
};

/** All questions on one screen; once all are answered rightly it ends with the confirmation. */
export function checkCard(
  policy: PolicyToConfirm,
  answers: readonly Answered[],
  { campaign, part }: { readonly campaign: string; readonly part: string },
): Card {
  const passed = allRight(answers);
  const tried = answers.some(({ outcome }) => outcome !== 'open');
  return render('acknowledgements/check', {
    words: passed ? WORDS.passed : tried ? WORDS.again : WORDS.begin,
    passed,
    questions: answers.map((answer, at) => shown(answer, at, answers.length)),
    statement: policy.statement,
    campaign,
    part,
    asked: idsOf(answers.map(({ question }) => question)),
    kept: keptOf(answers),
    lastPage: policy.sections.length,
    versionNumber: policy.version.number,
    versionHash: policy.version.hash,
  });
}

function shown({ question, outcome }: Answered, at: number, of: number): Record<string, unknown> {
  const right = question.options[CHOICES.indexOf(question.right)] ?? '';
  return {
    place: `Question ${at + 1} of ${of}`,
    question: question.question,
    isRight: outcome === 'right',
    isWrong: outcome === 'wrong',
    // Only where it may be read: a card's source must not tell the answer beforehand.
    right: outcome === 'right' ? right : '',
    explanation: outcome === 'right' ? question.explanation : '',
    clause: question.clause,
    clauseText: question.clauseText,
    input: INPUTS[at] ?? '',
    choices: CHOICES.map((value, index) => ({ title: question.options[index] ?? '', value })),
  };
}
