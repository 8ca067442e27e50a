import assert from 'node:assert/strict';
import { checkReviewedFiles } from '../../../../../src/features/policies/engine/build/checkReviewedFiles';
import { loadPolicy, type Policy } from '../../../../../src/features/policies/policy';

const policy = loadPolicy();
const [union] = policy.protectedTopics.topics;

function problemsWith(change: Partial<Policy>): string {
  return checkReviewedFiles({ ...policy, ...change }).join('\n');
}

describe('The check of the reviewed words', () => {
  it('has nothing to say about the content as it is', () => {
    assert.deepEqual(checkReviewedFiles(policy), []);
  });

  it('refuses a protected topic without examples, or with too few', () => {
    assert.ok(union);
    for (const examples of [[], union.examples.slice(0, 4)]) {
      const topics = [{ ...union, examples }];
      const problems = problemsWith({ protectedTopics: { ...policy.protectedTopics, topics } });
      assert.match(problems, /protectedTopics\.json, union: it has \d examples\. Write at least 5/);
    }
  });

  it('refuses an example that is not noticed, naming it', () => {
    assert.ok(union);
    const topics = [{ ...union, examples: [...union.examples, 'Can I post a photo of my dog?'] }];
    const problems = problemsWith({ protectedTopics: { ...policy.protectedTopics, topics } });
    assert.match(problems, /union: the example "Can I post a photo of my dog\?" is not noticed/);
  });

  it('refuses a reason of an unknown clause, or one that the policy does not give', () => {
    const reason = { says: 'Because we say so.', quote: 'because we say so', from: 'P6' };
    assert.match(problemsWith({ reasons: { P99: reason } }), /reasons\.json, P99: there is no clause P99/);
    assert.match(
      problemsWith({ reasons: { P6: reason } }),
      /reasons\.json, P6: the quote is not in clause P6/,
    );
  });

  it('refuses a clause without an answer that says neither yes nor no', () => {
    const clauses = policy.clauses.map((clause) =>
      clause.id === 'P6'
        ? { ...clause, answers: clause.answers.filter(({ verdict }) => verdict !== null) }
        : clause,
    );
    assert.match(problemsWith({ clauses }), /answers\.json, P6: no answer has the verdict null/);
  });
});
