import assert from 'node:assert/strict';
import { policyPage } from '../../src/pages/policyPage';
import { findClauses, segments, wordsOf } from '../../src/pages/policy/search';
import { approvalWords, resultWords } from '../../src/pages/policy/words';
import { testPolicy } from './testPolicy';

const { clauses } = policyPage(testPolicy(), { linkTo: () => '' });
const idsFor = (query: string) => findClauses(clauses, wordsOf(query)).map((found) => found.clause.id);

const searches: [string, string[]][] = [
  ['pictures', ['P5.11']],
  ['PICTURE', ['P5.11']],
  ['friendship request', ['P5.9']],
  ['P5.11', ['P5.11']],
  ['face book privacy', ['P5.7']],
  ['“sexually explicit”', ['P5.14']],
  ['ictures', []],
  ['penalty', []],
  ['.*', clauses.map((clause) => clause.id)],
  ['   ', clauses.map((clause) => clause.id)],
];

describe('Searching the policy', () => {
  for (const [query, ids] of searches)
    it(`for ${JSON.stringify(query)} finds ${ids.length === clauses.length ? 'everything' : ids.join() || 'nothing'}`, () => {
      assert.deepEqual(idsFor(query), ids);
    });

  it('finds a word that stands in the plain answer alone, and says that it stands there', () => {
    const found = findClauses(clauses, wordsOf('selfie'));
    assert.deepEqual(
      found.map(({ clause, isInAnswer }) => [clause.id, isInAnswer]),
      [['P5.11', true]],
    );
    assert.equal(findClauses(clauses, wordsOf('pictures'))[0]?.isInAnswer, false);
  });

  it('takes a straight apostrophe for a curly one', () => {
    assert.deepEqual(segments('the council’s rules', wordsOf("council's")), [
      { text: 'the ', isHit: false },
      { text: 'council’s', isHit: true },
      { text: ' rules', isHit: false },
    ]);
  });

  it('marks what it found and changes no character of the text', () => {
    for (const text of clauses.map((clause) => clause.text).concat('İstanbul STRAẞE 😀 post')) {
      const pieces = segments(text, ['post', 'so', 'social', 'w']);
      assert.equal(pieces.map((piece) => piece.text).join(''), text);
    }
    assert.deepEqual(
      segments('İ 😀 Post', ['post']).filter((piece) => piece.isHit),
      [{ text: 'Post', isHit: true }],
    );
  });
});

describe('The words of the policy page', () => {
  it('say how much was found', () => {
    assert.equal(resultWords('', [], 29), '');
    assert.equal(resultWords('selfie ', ['selfie'], 1), '1 part of the policy has “selfie”.');
    assert.equal(resultWords('post', ['post'], 7), '7 parts of the policy have “post”.');
  });

  it('say what to do when nothing was found', () => {
    assert.match(
      resultWords('penalty', ['penalty'], 0),
      /^No match for “penalty”\. Try .* ask your question in the chat\.$/,
    );
  });

  it('write the date of approval out, and say when there is none', () => {
    assert.equal(approvalWords('2026-03-01'), 'approved on 1 March 2026');
    assert.equal(approvalWords('PLACEHOLDER: put the date here'), 'date of approval not filled in yet');
  });
});
