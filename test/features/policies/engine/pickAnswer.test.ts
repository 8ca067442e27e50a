import assert from 'node:assert/strict';
import { pickAnswer } from '../../../../src/features/policies/engine/pickAnswer';
import { WordGroups } from '../../../../src/features/policies/engine/wordGroups';
import type { Answer, Verdict } from '../../../../src/features/policies/policy';

describe('picking the reviewed answer', () => {
  const groups = new WordGroups({ decline: ['ignore', 'turn down'], sexual: ['nude', 'topless'] });
  const answers: Answer[] = [
    { verdict: 'yes', fits: ['can i ignore'], text: 'Yes. You can ignore it.' },
    { verdict: 'yes', fits: [], text: 'Yes. That is up to you.' },
    { verdict: 'yes', fits: ['can i ignore my boss'], text: 'Yes. You can ignore your boss.' },
    { verdict: 'no', fits: ['do i have to accept'], text: 'No. You do not have to accept it.' },
    { verdict: null, fits: [], text: 'You can ignore a friend request.' },
  ];
  const pick = (verdict: Verdict, text: string): number => pickAnswer(answers, verdict, text, groups).answer;

  it('takes the one that is for this way of asking', () => {
    assert.equal(pick('yes', 'Can I ignore it?'), 0);
    assert.equal(pick('no', 'Do I have to accept the request?'), 3);
  });

  it('takes the longest way of asking that fits', () => {
    assert.equal(pick('yes', 'Can I ignore my boss?'), 2);
  });

  it('takes a word of the same group for the word itself', () => {
    assert.equal(pick('yes', 'Can I turn down my neighbour?'), 0);
  });

  it('wants the first word of the way of asking', () => {
    assert.equal(pick('yes', 'Should I ignore it?'), 1);
  });

  it('takes the usual answer of the verdict when none is for this way of asking', () => {
    assert.equal(pick('yes', 'May I accept?'), 1);
  });

  it('never takes an answer with another verdict because its way of asking fits', () => {
    assert.deepEqual(pickAnswer(answers, null, 'Can I ignore it?', groups), { answer: 4, verdict: null });
  });

  it('says neither yes nor no where no answer has the verdict for this way of asking', () => {
    for (const verdict of ['no', 'depends', 'advice'] as const) {
      const picked = pickAnswer(answers, verdict, 'Can I ignore it?', groups);
      assert.deepEqual(picked, { answer: 4, verdict: null }, verdict);
    }
  });

  it('refuses a clause without an answer that needs neither', () => {
    assert.throws(() => pickAnswer(answers.slice(0, 2), 'no', 'May I?', groups), /npm run policy:build/);
  });
});
