import assert from 'node:assert/strict';
import type { Draft } from '../../../src/features/concerns/report/draft';
import type { DraftInput } from '../../../src/features/concerns/report/drafts/draftChanges';
import { changed } from '../../../src/features/concerns/report/drafts/draftChanges';
import { nextStep } from '../../../src/features/concerns/report/nextStep';

const complete: Draft = { id: 'd', revision: 5, danger: 'no', kind: 'other', affected: 'me', what: 'First.' };
const now = (draft: Draft) => ({ revision: draft.revision, step: nextStep(draft) });
const answer = (answers: Partial<Draft>): DraftInput => ({ do: 'answer', answers });

describe('a change of a draft', () => {
  it('keeps each answer and counts the revision', () => {
    const before: Draft = { id: 'd', revision: 1, danger: 'no' };
    const { draft, late } = changed(before, answer({ kind: 'picture' }), {
      activityId: 'a',
      seen: now(before),
    });
    assert.deepEqual([draft.kind, draft.revision, draft.danger, late], ['picture', 2, 'no', false]);
  });

  it('happens once when its activity comes twice', () => {
    const tell: DraftInput = { do: 'tell', text: 'More.' };
    const once = changed(complete, tell, { activityId: 'a' }).draft;
    assert.deepEqual(changed(once, tell, { activityId: 'a' }), { draft: once, late: false });
    assert.equal(once.what, 'First.\n\nMore.');
  });

  it('counts no revision when nothing changed', () => {
    assert.equal(changed(complete, answer({ kind: 'other' }), { activityId: 'a' }).draft, complete);
  });

  it('never overwrites an answer from a late card, but keeps what was still open', () => {
    const before: Draft = { id: 'd', revision: 5, danger: 'no', kind: 'other' };
    const seen = { revision: 3, step: 'about' as const };
    const { draft, late } = changed(before, answer({ kind: 'sexual', what: 'Typed.' }), {
      activityId: 'a',
      seen,
    });
    assert.deepEqual([draft.kind, draft.what, late], ['other', 'Typed.', true]);
  });

  it('does not move on a late press', () => {
    const seen = { revision: 2, step: 'about' as const };
    const { draft, late } = changed(
      complete,
      { do: 'change', to: 'danger', answers: {} },
      { activityId: 'a', seen },
    );
    assert.deepEqual([draft, late], [complete, true]);
  });

  it('keeps what was typed into a card when the person goes back', () => {
    const before: Draft = { id: 'd', revision: 2, danger: 'no' };
    const input: DraftInput = { do: 'change', to: 'danger', answers: { what: 'Typed.' } };
    const { draft } = changed(before, input, { activityId: 'a', seen: now(before) });
    assert.deepEqual([draft.what, nextStep(draft)], ['Typed.', 'danger']);
  });

  it('returns to the review after a change', () => {
    const changing: Draft = { ...complete, changing: 'about' };
    const { draft } = changed(changing, answer({ kind: 'comments' }), {
      activityId: 'a',
      seen: now(changing),
    });
    assert.deepEqual([draft.kind, nextStep(draft)], ['comments', 'review']);
  });

  it('asks again whether to go on when the answer about danger is given anew', () => {
    const went: Draft = { ...complete, danger: 'yes', wentOn: true, changing: 'danger' };
    assert.equal(nextStep(changed(went, answer({ danger: 'yes' }), { activityId: 'a' }).draft), 'goOn');
  });

  it('takes an answer as "keep it" while deleting is asked about', () => {
    const asked: Draft = { ...complete, cancelAsked: true };
    assert.equal(nextStep(changed(asked, { do: 'keep', answers: {} }, { activityId: 'a' }).draft), 'review');
    assert.equal(
      nextStep(changed(asked, { do: 'tell', text: 'More.' }, { activityId: 'b' }).draft),
      'review',
    );
  });
});
