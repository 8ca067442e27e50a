import assert from 'node:assert/strict';
import { Router } from '../../../../src/bot/router';
import { createPolicyConversation, registerPolicies } from '../../../../src/features/policies/index';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { depsFinding, outcome, pictures, policy } from './example';
import { recordedTurn } from './recordedTurn';

const { line, topics } = policy.protectedTopics;
const FLAT = /^\*\*(?:yes|no)\b|^(?:yes|no)\b/im;

async function replyTo(found: Outcome) {
  const turn = recordedTurn('May I speak to my union about it?');
  await createPolicyConversation(depsFinding(found).deps).answer(turn);
  return turn;
}

describe('A question on which nobody is to be silenced', () => {
  it('is never a flat no or yes, whichever clause and answer it meets, and ends with the line', async () => {
    for (const { id, answers } of policy.clauses) {
      for (const [answer, { verdict }] of answers.entries()) {
        const found = { ...pictures, clauses: [id, 'P6'], verdict, answer, protectedTopic: 'union' };
        const [text = ''] = (await replyTo(found)).texts();
        assert.doesNotMatch(text, FLAT, id);
        assert.match(text, /^\*\*What the policy says\*\*/, id);
        assert.ok(text.endsWith(line), id);
      }
    }
  });

  for (const { id } of topics) {
    it(`ends with the line when it is about: ${id}`, async () => {
      const [text = ''] = (await replyTo({ ...pictures, protectedTopic: id })).texts();
      assert.ok(text.endsWith(line));
    });
  }

  it('has its plain verdict when it is about nothing of the kind', async () => {
    for (const protectedTopic of [null, 'gone']) {
      const [text = ''] = (await replyTo({ ...pictures, protectedTopic })).texts();
      assert.match(text, /^\*\*No\.\*\*/);
      assert.ok(!text.includes(line));
    }
  });

  it('outside the policy ends with the line', async () => {
    const found = outcome<'outofscope'>({ outcome: 'outofscope', topic: 'penalties', protectedTopic: 'pay' });
    assert.ok((await replyTo(found)).texts()[0]?.endsWith(line));
  });

  it('with clauses to choose from has the line, and the answer that is chosen has it too', async () => {
    const found = outcome<'choices'>({
      outcome: 'choices',
      choices: ['P5.10', 'R3'],
      protectedTopic: 'press',
    });
    const [card = ''] = (await replyTo(found)).cards();
    assert.ok(card.includes(line));
    assert.match(card, /"clauseId":"P5\.10","topic":"press"/);
    const router = new Router();
    registerPolicies(router, depsFinding(found).deps);
    const turn = recordedTurn('');
    await router.cardAction(turn, 'policies.choose', { clauseId: 'P5.10', topic: 'press' });
    assert.ok(turn.texts()[0]?.endsWith(line));
  });

  it('that tells of something that happened ends with the line, before the offer to report', async () => {
    const found = outcome<'concern'>({ outcome: 'concern', report: true, protectedTopic: 'harassment' });
    const turn = await replyTo(found);
    assert.ok(turn.texts()[0]?.endsWith(line));
    assert.match(turn.cards().at(-1) ?? '', /concerns\.start/);
  });

  it('does not tell somebody who owns up that they did wrong', async () => {
    const found = outcome<'concern'>({ outcome: 'concern', confession: true, protectedTopic: 'regulator' });
    const [text = ''] = (await replyTo(found)).texts();
    assert.match(text, /You may have done nothing wrong\. If it shows or names/);
    assert.ok(text.endsWith(line));
  });

  it('from somebody in distress is not burdened with it', async () => {
    const found = outcome<'concern'>({ outcome: 'concern', urgent: 'distress', protectedTopic: 'pay' });
    assert.ok(!(await replyTo(found)).texts().join().includes(line));
  });
});
