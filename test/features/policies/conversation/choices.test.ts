import assert from 'node:assert/strict';
import { Router } from '../../../../src/bot/router';
import { registerPolicies } from '../../../../src/features/policies/index';
import { depsFinding, outcome, policy } from './example';
import { recordedTurn } from './recordedTurn';

function press(verb: string, data: Record<string, unknown>) {
  const router = new Router();
  registerPolicies(router, depsFinding(outcome<'smalltalk'>({ outcome: 'smalltalk', talk: 'none' })).deps);
  const turn = recordedTurn('');
  return router.cardAction(turn, verb, data).then((reply) => ({ reply, turn }));
}

describe('Pressing one of the choices', () => {
  it('gives the answer of that clause and closes the card', async () => {
    const { reply, turn } = await press('policies.choose', { verb: 'policies.choose', clauseId: 'P5.11' });
    assert.equal(reply.kind, 'card');
    assert.match(turn.texts()[0] ?? '', /Clause P5\.11/);
  });

  it('never says yes or no, because nobody knows how the question was put', async () => {
    for (const { id } of policy.clauses) {
      const { turn } = await press('policies.choose', { clauseId: id });
      assert.doesNotMatch(turn.texts()[0] ?? '', /^\*\*(Yes|No)\b|^(Yes|No)\b/m, id);
    }
  });

  it('"None of these" closes the card and says how to go on', async () => {
    const { reply, turn } = await press('policies.none', {});
    assert.equal(reply.kind, 'card');
    assert.match(turn.texts()[0] ?? '', /other words/);
  });

  const bad: readonly (readonly [string, Record<string, unknown>])[] = [
    ['missing', {}],
    ['foreign', { clauseId: 'Z9' }],
    ['wrong', { clauseId: { $gt: '' } }],
  ];
  for (const [name, data] of bad) {
    it(`with a ${name} clause id gets a kind notice and nothing else`, async () => {
      const { reply, turn } = await press('policies.choose', data);
      assert.equal(reply.kind, 'notice');
      assert.equal(turn.answers.length, 0);
    });
  }
});
