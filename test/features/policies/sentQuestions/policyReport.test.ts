import assert from 'node:assert/strict';
import { policyReport, reportText } from '../../../../src/features/policies/sentQuestions/policyReport';
import type { SentQuestion } from '../../../../src/features/policies/sentQuestions/sentQuestionStore';
import { policy } from '../conversation/example';

const ALIKE = ['can I use chatgpt for notes', 'is chatgpt ok for notes', 'may we use chatgpt for care notes'];

function report(texts: readonly string[], counts: readonly (readonly [string, number, number])[] = []) {
  const questions = texts.map((text): SentQuestion => ({ text, week: '2026-W47', clauses: [] }));
  return policyReport({
    store: { all: () => Promise.resolve(questions) },
    feedback: {
      counts: () =>
        Promise.resolve(counts.map(([clauseId, likes, dislikes]) => ({ clauseId, likes, dislikes }))),
    },
  });
}

describe('The report for the policy owner', () => {
  it('is data: themes, the number of other questions, and the thumbs of each clause, the worst first', async () => {
    const data = await report(
      [...ALIKE, 'when is payday'],
      [
        ['P5.11', 9, 1],
        ['P6', 0, 4],
      ],
    );
    assert.equal(data.questions, 4);
    assert.equal(data.themes[0]?.count, 3);
    assert.equal(data.others, 1);
    assert.deepEqual(
      data.feedback.map(({ clauseId }) => clauseId),
      ['P6', 'P5.11'],
    );
  });

  it('is printed with the questions of themes alone', async () => {
    const text = reportText(await report([...ALIKE, 'when is payday'], [['P5.11', 9, 1]]), policy);
    assert.match(text, /3 questions much alike, the last in 2026-W47:\n {2}- .*chatgpt/);
    assert.match(text, /1 other question /);
    assert.doesNotMatch(text, /payday/);
    assert.match(text, /P5\.11 .+: 9 up, 1 down/);
  });

  it('says so when there is nothing yet, and of a clause that is gone', async () => {
    assert.match(reportText(await report([]), policy), /team: 0[\s\S]*none yet/);
    assert.match(reportText(await report([], [['Z9', 1, 0]]), policy), /Z9 no longer in the policy: 1 up/);
  });
});
