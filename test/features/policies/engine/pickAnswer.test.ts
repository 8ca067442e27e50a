import assert from 'node:assert/strict';
import { pickAnswer } from '../../../../src/features/policies/engine/pickAnswer';
import { WordGroups } from '../../../../src/features/policies/engine/wordGroups';
import type { Answer } from '../../../../src/features/policies/policy';

describe('picking the reviewed answer', () => {
  const groups = new WordGroups({ decline: ['ignore', 'turn down'], sexual: ['nude', 'topless'] });
  const answers: Answer[] = [
    { verdict: 'no', fits: ['do i have to accept'], text: 'No. You do not have to accept it.' },
    { verdict: 'yes', fits: ['can i ignore'], text: 'Yes. You can ignore it.' },
    { verdict: 'depends', fits: [], text: 'It depends on who asks you.' },
    { verdict: null, fits: [], text: 'You can ignore a friend request.' },
  ];
  const pick = (text: string, previous?: string): number =>
    pickAnswer(answers, text, groups, previous).answer;

  it('takes the one that is for this way of asking', () => {
    assert.equal(pick('Do I have to accept the request?'), 0);
    assert.equal(pick('Can I ignore it?'), 1);
  });

  it('takes a word of the same group for the word itself', () => {
    assert.equal(pick('Can I turn down my boss?'), 1);
  });

  it('wants the first word of the way of asking', () => {
    assert.equal(pick('Should I ignore it?'), 2);
    const risk: Answer[] = [
      { verdict: 'yes', fits: ['is it risky'], text: 'Yes. It is a risk.' },
      ...answers,
    ];
    assert.notEqual(pickAnswer(risk, 'Can I send it? It seems risky.', groups).answer, 0);
  });

  it('takes the usual answer when none is for this way of asking', () => {
    assert.equal(pick('May I accept?'), 2);
  });

  it('gives no verdict to what, why and how', () => {
    assert.deepEqual(pickAnswer(answers, 'How do I ignore it?', groups), { answer: 3, verdict: null });
  });

  it('gives no verdict where yes could be taken for leave', () => {
    assert.equal(pickAnswer(answers, 'Is it against the rules to say hello?', groups).verdict, null);
  });

  it('reads a fragment in the form of the question before it', () => {
    assert.equal(pick('even from my boss', 'Do I have to accept the request?'), 0);
    assert.equal(pick('even from my boss', 'Why would I accept it?'), 3);
  });

  it('falls back to the first answer of a clause that has only one', () => {
    assert.deepEqual(pickAnswer(answers.slice(0, 1), 'What is it?', groups), { answer: 0, verdict: 'no' });
  });
});
