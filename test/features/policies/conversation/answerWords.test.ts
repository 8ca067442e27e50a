import assert from 'node:assert/strict';
import type { Message } from '../../../../src/bot/messengerPort';
import {
  answerMessage,
  citationOf,
  versionWords,
} from '../../../../src/features/policies/conversation/answerWords';
import type { Answer, Clause } from '../../../../src/features/policies/policy';
import { clauseLink, policy } from './example';

const clause: Clause = {
  id: 'P5.11',
  heading: 'Pictures of other people',
  text: 'Never post *pictures* of anybody.',
  answers: [],
  suggestions: ['First question?', 'Second question?', 'Third question?'],
};

function said(answer: Answer, of: Clause = clause): Extract<Message, { text: string }> {
  const message = answerMessage(policy, of, answer, clauseLink);
  assert.ok('text' in message);
  return message;
}

describe('The words of an answer', () => {
  const verdicts: readonly (readonly [Answer['verdict'], text: string, firstLine: string])[] = [
    ['no', 'No. Do not post pictures of other people.', '**No.**'],
    ['yes', 'Yes, it could. Think before you post anything.', '**Yes, it could.**'],
    ['yes', 'The rule is the same for colleagues.', '**Yes**'],
    ['depends', 'You may, if your manager agrees first.', '**It depends**'],
    ['advice', 'Check your settings from time to time.', '**What the policy advises**'],
    [null, 'The policy is there for everybody.', '**What the policy says**'],
  ];
  for (const [verdict, text, firstLine] of verdicts) {
    it(`begin with ${firstLine} for "${text.slice(0, 25)}…"`, () => {
      const lines = said({ verdict, text, fits: [] }).text.split('\n\n');
      assert.equal(lines[0], firstLine);
      assert.ok(text.endsWith(lines[1] ?? 'nothing'));
    });
  }

  it('quote the clause exactly, with no character lost to Markdown', () => {
    const { text } = said({ verdict: null, text: 'Do not post any pictures.', fits: [] });
    assert.ok(text.includes('> Never post \\*pictures\\* of anybody.'));
    assert.ok(text.includes('Clause P5.11 [1]'));
    assert.ok(text.includes(clauseLink('P5.11')));
  });

  it('name the version and say when its date was not entered', () => {
    assert.equal(
      versionWords({ ...policy, version: { ...policy.version, number: 2, approved: '3 May 2026' } }),
      'version 2, approved 3 May 2026',
    );
    assert.match(
      versionWords({ ...policy, version: { ...policy.version, approved: 'PLACEHOLDER: 1st of what?' } }),
      /not entered yet/,
    );
  });

  it('come with the follow-up questions and the feedback buttons', () => {
    const { extras } = said({ verdict: null, text: 'Do not post any pictures.', fits: [] });
    assert.deepEqual(extras?.suggestions, clause.suggestions);
    assert.equal(extras?.feedback, true);
  });

  it('keep every citation within Teams’ limits, for every clause of the policy', () => {
    const long = { ...clause, heading: 'h'.repeat(200), text: 't'.repeat(500) };
    for (const each of [...policy.clauses, long]) {
      const { name, abstract, url } = citationOf(each, clauseLink);
      assert.ok(
        name.length <= 80 && abstract.length <= 160,
        `${each.id}: ${name.length}, ${abstract.length}`,
      );
      assert.equal(url, clauseLink(each.id));
    }
  });
});
