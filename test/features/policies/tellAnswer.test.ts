import assert from 'node:assert/strict';
import { answerNumber } from '../../../src/features/policies/conversation/answerNumber';
import { loadPolicy } from '../../../src/features/policies/policy';
import { tellAnswer } from '../../../src/features/policies/tellAnswer';

const policy = loadPolicy();

describe('npm run policy:answer', () => {
  it('tells clause, answer and version of a number', () => {
    const clause = policy.clauses.find(({ id }) => id === 'P5.11');
    assert.ok(clause);
    const { text, found } = tellAnswer(policy, answerNumber(policy, clause, 0).toLowerCase());
    assert.equal(found, true);
    assert.match(text, /is answer 1 of clause P5\.11 \(No pictures of service users or colleagues\)/);
    assert.match(text, /version 1, .*\n.*471efa4db7c4b33f/s);
    assert.match(text, /The verdict: no\nThe answer: No\. Never post/);
    assert.match(text, /The clause: Never post pictures of service users or colleagues/);
  });

  it('says plainly that it does not know a number', () => {
    const { text, found } = tellAnswer(policy, 'AAA-AAA');
    assert.equal(found, false);
    assert.match(text, /No answer has the number AAA-AAA.*version 1.*mistyped/s);
  });
});
