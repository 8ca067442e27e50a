import assert from 'node:assert/strict';
import type { AnswerShown } from '../../../../src/features/policies/conversation/answerWords';
import {
  answerMessage,
  citationOf,
  neutralIndex,
  NOT_MEANT,
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
const plain: Answer = { verdict: null, text: 'Do not post any pictures.', fits: [] };

function said(answer: Answer, more: Partial<AnswerShown> = {}) {
  return answerMessage(policy, { clause: { ...clause, answers: [answer] }, index: 0, ...more }, clauseLink);
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

  it('are verdict, answer, quote, source with number, and how to report, in this order', () => {
    const [verdict, answer, quote, source, happened, ...more] = said(plain).text.split('\n\n');
    assert.equal(verdict, '**What the policy says**');
    assert.equal(answer, plain.text);
    assert.match(quote ?? '', /^> Never post.*\n>\n> Clause P5\.11 \[1\] · \[Open it in the policy\]/);
    assert.match(
      source ?? '',
      /^Social media policy, version 1, .*\. Answer [2-9A-Z]{3}-[2-9A-Z]{3}\. Keep this number: it shows what you were told\.$/,
    );
    assert.equal(happened, 'Has this happened? Type **report**.');
    assert.deepEqual(more, []);
  });

  it('do not say how to report where the offer to report follows', () => {
    assert.doesNotMatch(said(plain, { offersReport: true }).text, /Has this happened/);
  });

  it('quote the clause exactly, with no character lost to Markdown', () => {
    const { text } = said(plain);
    assert.ok(text.includes('> Never post \\*pictures\\* of anybody.'));
    assert.ok(text.includes(clauseLink('P5.11')));
  });

  it('show the second clause that matters too, with a citation of its own', () => {
    const second = { ...clause, id: 'P6', text: 'It is public.' };
    const { text, extras } = said(plain, { second });
    assert.match(text, /Also:\n\n> It is public\.\n>\n> Clause P6 \[2\] · /);
    assert.deepEqual(
      extras?.citations?.map(({ position, url }) => [position, url]),
      [
        [1, clauseLink('P5.11')],
        [2, clauseLink('P6')],
      ],
    );
  });

  it('show of a long second clause its beginning, to the letter', () => {
    for (const second of policy.clauses) {
      const quoted = /Also:\n\n> (.*?)( …)?\n>/s.exec(said(plain, { second }).text);
      const shown = quoted?.[1]?.replaceAll('\\', '') ?? 'nothing';
      assert.ok(second.text.startsWith(shown) && shown.length <= 240, second.id);
      assert.equal(quoted?.[2] === undefined, shown === second.text, second.id);
    }
  });

  it('have no yes or no where they must be neutral, even without an answer written for it', () => {
    const { text } = said({ verdict: 'no', text: 'No. Do not post it.', fits: [] }, { neutral: true });
    assert.match(text, /^\*\*What the policy says\*\*\n\nDo not post it\./);
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

  it('come with three suggestions, the feedback buttons, and a way to say that it was not meant', () => {
    const { extras } = said(plain);
    assert.deepEqual(extras?.suggestions, clause.suggestions);
    assert.equal(extras?.feedback, true);
    assert.deepEqual(said(plain, { hasOthers: true }).extras?.suggestions, [
      'First question?',
      'Second question?',
      NOT_MEANT,
    ]);
  });

  it('have a neutral answer for every clause of the policy', () => {
    for (const each of policy.clauses) assert.equal(each.answers[neutralIndex(each)]?.verdict, null, each.id);
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
