import assert from 'node:assert/strict';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { depsFinding, outcome, pictures, policy } from './example';
import { recordedTurn } from './recordedTurn';
import { FOREIGN } from './sentences';

const nothing = outcome<'outofscope'>({ outcome: 'outofscope', topic: null, clauses: [] });

async function replyTo(text: string, found: Outcome = nothing) {
  const turn = recordedTurn(text);
  const { deps, log } = depsFinding(found);
  await createPolicyConversation(deps).answer(turn);
  return { turn, log };
}

describe('A message in another language', () => {
  for (const { id, english, lines } of policy.languages) {
    it(`gets its lines in ${english}, numbers to ring, the report button and the policy`, async () => {
      const { turn } = await replyTo(FOREIGN[id]?.[0] ?? '');
      assert.equal(turn.answers.length, 1);
      const [card = ''] = turn.cards();
      for (const line of Object.values(lines)) assert.ok(card.includes(line), line);
      assert.match(card, /999.*Safeguarding.*option 2.*116 123.*concerns\.start.*clause=A0/);
    });
  }

  it('that calls for help gets the emergency card first', async () => {
    const { turn } = await replyTo(
      'Pomocy, on mnie bije',
      outcome<'concern'>({ outcome: 'concern', urgent: 'danger' }),
    );
    assert.match(turn.cards()[0] ?? '', /ring 999/);
    assert.match(turn.cards()[1] ?? '', /niebezpieczeństwie/);
  });

  it('from somebody in distress gets people who listen first', async () => {
    const { turn } = await replyTo(
      'nie chcę żyć',
      outcome<'concern'>({ outcome: 'concern', urgent: 'distress' }),
    );
    assert.match(turn.cards()[0] ?? '', /You matter more than any policy/);
  });

  it('is never answered with a clause, whatever the engine makes of it', async () => {
    for (const found of [pictures, outcome<'concern'>({ outcome: 'concern' })]) {
      const { turn } = await replyTo('Czy mogę opublikować zdjęcie?', found);
      assert.doesNotMatch(JSON.stringify(turn.answers), /P5\.11|Clause/);
    }
  });

  it('is kept nowhere and not logged, for it may tell of something that happened', async () => {
    const { turn, log } = await replyTo('Ktoś wrzucił moje zdjęcie');
    assert.equal(turn.saidIsKept(), false);
    assert.deepEqual(turn.state.toJSON(), {});
    assert.doesNotMatch(JSON.stringify(log.info.args), /zdj|Polish|"pl"/);
  });

  it('in a language that the file does not have gets the same in English', async () => {
    const { turn } = await replyTo('האם מותר לי לפרסם תמונה?');
    assert.match(turn.cards()[0] ?? '', /only answer in English.*999.*concerns\.start/);
  });

  it('of greeting or thanks that the bot has learnt is answered like one in English', async () => {
    const { turn } = await replyTo(
      'salamat po',
      outcome<'smalltalk'>({ outcome: 'smalltalk', talk: 'thanks' }),
    );
    assert.match(turn.texts()[0] ?? '', /You're welcome/);
  });

  it('in the middle of a report is no clear question', async () => {
    const turn = recordedTurn('Czy mogę opublikować zdjęcie?');
    assert.equal(
      await createPolicyConversation(depsFinding(pictures).deps).answerIfClearQuestion(turn),
      false,
    );
  });

  it('has lines that say who has read them', () => {
    for (const { id, readBy } of policy.languages) assert.ok(readBy.length > 2, id);
  });
});
