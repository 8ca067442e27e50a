import assert from 'node:assert/strict';
import { answerNumber, answerWithNumber } from '../../../../src/features/policies/conversation/answerNumber';
import { loadPolicy } from '../../../../src/features/policies/policy';
import { policy } from './example';

const answers = policy.clauses.flatMap((clause) => clause.answers.map((_, index) => ({ clause, index })));

describe('The number of an answer', () => {
  it('is short and without a letter or figure that is taken for another', () => {
    for (const { clause, index } of answers)
      assert.match(answerNumber(policy, clause, index), /^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
  });

  it('is the same for the same answer, wherever and for whomever it is made', () => {
    const again = loadPolicy();
    for (const { clause, index } of answers)
      assert.equal(answerNumber(policy, clause, index), answerNumber(again, clause, index));
  });

  it('leads back to its clause and answer, and no two answers share one', () => {
    for (const { clause, index } of answers) {
      const found = answerWithNumber(policy, answerNumber(policy, clause, index));
      assert.deepEqual([found?.clause.id, found?.index], [clause.id, index]);
    }
  });

  it('is another one when the policy has another version or text, or the answer other words', () => {
    const [clause] = policy.clauses;
    assert.ok(clause);
    const [first, ...rest] = clause.answers;
    assert.ok(first);
    const reworded = { ...clause, answers: [{ ...first, text: `${first.text} And more.` }, ...rest] };
    const numbers = [
      answerNumber(policy, clause, 0),
      answerNumber({ ...policy, version: { ...policy.version, number: 2 } }, clause, 0),
      answerNumber({ ...policy, version: { ...policy.version, hash: 'other' } }, clause, 0),
      answerNumber(policy, reworded, 0),
    ];
    assert.equal(new Set(numbers).size, 4);
  });

  it('is found however somebody types it, and nothing is found for another', () => {
    const [{ clause, index } = { clause: undefined, index: 0 }] = answers;
    assert.ok(clause);
    const number = answerNumber(policy, clause, index);
    for (const typed of [number.toLowerCase(), number.replace('-', ''), ` ${number.replace('-', ' ')}. `])
      assert.equal(answerWithNumber(policy, typed)?.clause.id, clause.id, typed);
    assert.equal(answerWithNumber(policy, '000-000'), undefined);
    assert.equal(answerWithNumber(policy, ''), undefined);
  });
});
