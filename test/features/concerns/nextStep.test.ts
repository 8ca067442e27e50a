import assert from 'node:assert/strict';
import type { Draft } from '../../../src/features/concerns/report/draft';
import { nextStep, unanswered } from '../../../src/features/concerns/report/nextStep';

const complete = { danger: 'no', kind: 'other', affected: 'me', what: 'Something.' } as const;
const draft = (answers: Partial<Draft>): Draft => ({ id: 'd', revision: 1, ...answers });

describe('the next step of a report', () => {
  const table: [string, Partial<Draft>, string][] = [
    ['asks about danger first', {}, 'danger'],
    ['asks about danger first even when all else is answered', { ...complete, danger: undefined }, 'danger'],
    ['offers to go on after the emergency card', { danger: 'yes' }, 'goOn'],
    ['goes on once the person chose to', { danger: 'yes', wentOn: true }, 'about'],
    ['asks what it is about when nobody is in danger', { danger: 'no' }, 'about'],
    ['stays there while the kind is missing', { ...complete, kind: undefined }, 'about'],
    ['stays there while the text is missing', { ...complete, what: undefined }, 'about'],
    ['shows the review when all is answered', complete, 'review'],
    ['goes back to the card that is being changed', { ...complete, changing: 'danger' }, 'danger'],
    [
      'asks about deleting before anything else',
      { ...complete, changing: 'about', cancelAsked: true },
      'cancel',
    ],
  ];
  for (const [says, answers, step] of table) {
    it(says, () => assert.equal(nextStep(draft(answers)), step));
  }

  it('asks who is affected before the free text', () => {
    assert.deepEqual(unanswered(draft({})), ['kind', 'affected', 'what']);
  });
});
