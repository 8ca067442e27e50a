import assert from 'node:assert/strict';
import { askedAboutAnswer } from '../../../../src/features/policies/conversation/askedAboutAnswer';
import { aboutAnswer } from '../../../../src/features/policies/conversation/reasonWords';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import { context, depsFinding, outcome, policy } from './example';
import { recordedTurn } from './recordedTurn';

async function after(clauseId: string, text: string, options: { minutes?: number; urgent?: 'danger' } = {}) {
  const found = outcome<'answer'>({ outcome: 'answer', verdict: null, answer: 0, clauses: [clauseId, 'P6'] });
  const { deps, clock } = depsFinding(found);
  const conversation = createPolicyConversation(deps);
  const asked = recordedTurn('Is that a rule?');
  await conversation.answer(asked);
  clock.time = new Date(clock.time.getTime() + (options.minutes ?? 1) * 60_000);
  const turn = recordedTurn(text, { state: asked.state });
  const next = options.urgent
    ? createPolicyConversation(depsFinding({ ...found, urgent: options.urgent }).deps)
    : conversation;
  await next.answer(turn);
  return turn;
}

describe('"Why?" after an answer', () => {
  it('is answered with the reason that the clause gives, in the policy’s own words', async () => {
    const turn = await after('P5.4', 'why?');
    assert.match(
      turn.texts()[0] ?? '',
      /^\*\*Why\*\*.*could put you at risk of identity fraud.*Clause P5\.4 \[1\]/s,
    );
  });

  it('is answered from another clause where the reason stands there', async () => {
    const [text] = (await after('P5.16', 'how come?')).texts();
    assert.match(text ?? '', /more damaging than sharing it verbally.*Clause R4 \[1\]/s);
  });

  it('is told honestly that the policy gives no reason, and none is made up', async () => {
    const [text] = (await after('P5.11', 'But why not?')).texts();
    assert.match(text ?? '', /does not say why.*P5\.11 gives no reason.*manager/s);
    assert.doesNotMatch(text ?? '', /^>/m);
  });

  it('is never answered with words that the policy does not hold', () => {
    for (const clause of policy.clauses) {
      const message = aboutAnswer('why', clause, context);
      assert.ok('text' in message);
      const quoted = /^> … (.*) …$/m.exec(message.text)?.[1]?.replaceAll('\\', '');
      assert.ok(quoted === undefined || policy.text.includes(quoted), clause.id);
    }
  });

  it('half an hour later is a question like any other', async () => {
    assert.match((await after('P5.4', 'why?', { minutes: 31 })).texts()[0] ?? '', /^\*\*No\.\*\*/);
  });

  it('in urgent words gets the emergency card', async () => {
    assert.match((await after('P5.4', 'why?', { urgent: 'danger' })).cards()[0] ?? '', /ring 999/);
  });
});

describe('"Since when?" after an answer', () => {
  it('is told that the policy does not say, and which version the answer is from', async () => {
    const [text] = (await after('P5.11', 'since when?')).texts();
    assert.match(text ?? '', /does not say since when.*version 1, whose date of approval was not entered/s);
  });

  it('is told the date of approval where there is one', () => {
    const dated = { ...policy, version: { ...policy.version, approved: '3 May 2026' } };
    const [clause] = policy.clauses;
    assert.ok(clause);
    const message = aboutAnswer('sinceWhen', clause, { ...context, policy: dated });
    assert.match(JSON.stringify(message), /version 1, which was approved 3 May 2026/);
  });
});

describe('A question about the answer', () => {
  const rows: readonly (readonly [text: string, asked: 'why' | 'sinceWhen' | undefined])[] = [
    ['why', 'why'],
    ['Why though?', 'why'],
    ['y', 'why'],
    ['what’s the reason for that', 'why'],
    ['any reason?', 'why'],
    ['says who', 'why'],
    ['can you explain why', 'why'],
    ['Since when??', 'sinceWhen'],
    ['since when is that a rule', 'sinceWhen'],
    ['is that new', 'sinceWhen'],
    ['how long has that been the rule?', 'sinceWhen'],
    ['Why can’t I post a photo?', undefined],
    ['what is the reason I can’t add her', undefined],
    ['when was this policy written', undefined],
    ['who', undefined],
    ['', undefined],
  ];
  for (const [text, asked] of rows) {
    it(`"${text}" is ${asked ?? 'a question of its own'}`, () => assert.equal(askedAboutAnswer(text), asked));
  }
});
