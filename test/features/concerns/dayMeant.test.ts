import assert from 'node:assert/strict';
import { dayMeant } from '../../../src/features/concerns/reporter/dayMeant';
import {
  DETAIL_QUESTIONS,
  firstQuestion,
  questionAfter,
} from '../../../src/features/concerns/reporter/detailQuestions';
import { KINDS } from '../../../src/features/concerns/report/draft';

const NOW = new Date('2026-11-18T00:30:00Z');

describe('the day on which it happened', () => {
  const kept: [string, string][] = [
    ['Yesterday', 'Yesterday (Tuesday 17 November 2026)'],
    ['last night.', 'last night. (Tuesday 17 November 2026)'],
    ['today', 'today (Wednesday 18 November 2026)'],
    ['18/11/2026', '18/11/2026'],
    ['3 May', '3 May'],
    ['about a week ago, on a Sunday', 'about a week ago, on a Sunday'],
    ['31/31/2026', '31/31/2026'],
    ['it will be put up again on 1/1/2027', 'it will be put up again on 1/1/2027'],
  ];
  for (const [said, text] of kept) {
    it(`is kept as "${text}"`, () => assert.deepEqual(dayMeant(said, NOW), { kind: 'kept', text }));
  }

  for (const said of ['19/11/2026', '1 December 2026', '2027-01-01', '19.11.2026']) {
    it(`cannot be ${said}, which is still to come`, () =>
      assert.deepEqual(dayMeant(said, NOW), { kind: 'toCome' }));
  }
});

describe('the questions after sending', () => {
  for (const kind of KINDS) {
    it(`come one after the other for ${kind} and end`, () => {
      const asked = [firstQuestion(kind)];
      for (let next = questionAfter(asked[0] ?? 'more', kind); next; next = questionAfter(next, kind))
        asked.push(next);
      assert.equal(asked.at(-1), 'more');
      assert.deepEqual(
        asked,
        DETAIL_QUESTIONS.filter((question) => asked.includes(question)),
      );
    });
  }

  it('leave out what does not matter for a kind', () => {
    assert.equal(firstQuestion('ownData'), 'when');
    assert.equal(questionAfter('platform', 'contact'), 'when');
    assert.equal(questionAfter('when', 'contact'), 'told');
  });
});
