import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { TurnState } from '../../../../src/bot/turnState';
import { createFeedback, createPolicyConversation } from '../../../../src/features/policies/index';
import type { Feedback } from '../../../../src/features/policies/index';
import { Storage } from '../../../../src/storage/storage';
import { startAzurite } from '../../../support/azurite';
import { depsFinding, pictures } from './example';
import { recordedTurn } from './recordedTurn';

describe('A thumb up or down under an answer', () => {
  let feedback: Feedback;
  beforeEach(async () => {
    const { connectionString } = await startAzurite();
    const prefix = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    feedback = createFeedback(new Storage({ kind: 'connection', connectionString }, prefix));
  });

  async function stateAfterAnswer() {
    const turn = recordedTurn('Can I post a photo?');
    await createPolicyConversation(depsFinding(pictures).deps).answer(turn);
    return turn.state;
  }

  it('is counted for the clause that was answered, and nothing else is kept', async () => {
    const state = await stateAfterAnswer();
    await feedback.recordFeedback({ state, activityId: 'press-1' }, 'like');
    await feedback.recordFeedback({ state, activityId: 'press-2' }, 'dislike');
    assert.deepEqual(await feedback.counts(), [{ clauseId: 'P5.11', likes: 1, dislikes: 1 }]);
  });

  it('that Teams sends again counts once', async () => {
    const state = await stateAfterAnswer();
    await Promise.all(
      [1, 2, 3].map(() => feedback.recordFeedback({ state, activityId: 'press-1' }, 'dislike')),
    );
    assert.deepEqual(await feedback.counts(), [{ clauseId: 'P5.11', likes: 0, dislikes: 1 }]);
  });

  it('without an answer to go with is not counted', async () => {
    await feedback.recordFeedback({ state: new TurnState(), activityId: 'press-1' }, 'like');
    assert.deepEqual(await feedback.counts(), []);
  });
});
