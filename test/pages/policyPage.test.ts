import assert from 'node:assert/strict';
import { loadPolicy } from '../../src/features/policies/policy';
import { policyPage } from '../../src/pages/policyPage';
import { testPolicy } from './testPolicy';

const linkTo = (clause: { id: string }) => `/at/${clause.id}`;

describe('The data of the policy page', () => {
  it('has every clause of the real policy in order, word for word', () => {
    const policy = loadPolicy();
    const page = policyPage(policy, { linkTo });
    assert.deepEqual(
      page.clauses.map(({ id, text }) => ({ id, text })),
      policy.clauses.map(({ id, text }) => ({ id, text })),
    );
    assert.equal(page.clauses.length, 29);
    assert.deepEqual(page.version, policy.version);
  });

  it('gives every clause of the real policy a heading, a part, a plain answer and a link', () => {
    for (const clause of policyPage(loadPolicy(), { linkTo }).clauses)
      for (const key of ['heading', 'section', 'plainAnswer', 'link'] as const)
        assert.notEqual(clause[key], '', clause.id);
  });

  it('shows the answer that needs no question before it', () => {
    const page = policyPage(testPolicy(), { linkTo });
    assert.equal(page.clauses[0]?.plainAnswer, 'Invented plain answer for A0.');
  });

  it('falls back to advice, then to the usual answer, and passes over answers to one way of asking', () => {
    const answer = (verdict: 'yes' | 'advice', text: string, fits: string[] = []) => ({
      verdict,
      text,
      fits,
    });
    const shown = (answers: ReturnType<typeof answer>[]) => {
      const clauses = testPolicy().clauses.map((clause) => ({ ...clause, answers }));
      return policyPage(testPolicy({ clauses }), { linkTo }).clauses[0]?.plainAnswer;
    };
    assert.equal(shown([answer('yes', 'Yes.'), answer('advice', 'Think.')]), 'Think.');
    assert.equal(shown([answer('advice', 'Special.', ['one way']), answer('yes', 'Yes.')]), 'Yes.');
  });

  it('tells the page of the stand-in for Teams in local mode only', () => {
    const localHostOrigin = 'http://127.0.0.1:3980';
    assert.equal(policyPage(testPolicy(), { linkTo, localHostOrigin }).localHostOrigin, localHostOrigin);
    assert.equal(policyPage(testPolicy(), { linkTo }).localHostOrigin, null);
  });
});
