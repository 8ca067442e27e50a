import assert from 'node:assert/strict';
import { isOwnDeed, isPlainlyOwnDeed } from '../../../../src/features/policies/conversation/ownDeed';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { depsFinding, outcome, pictures } from './example';
import { recordedTurn } from './recordedTurn';

const OWN = [
  'I posted it myself',
  'I posted a picture of a resident on Facebook by mistake',
  'ive gone and put a clients name in the wrong chat',
  'it was me that put it up',
  'i think i broke the policy',
  'I accepted a friend request from a client last week',
  'I wrote something nasty about my manager on facebook',
  'sorry but i filmed a resident for tiktok',
  'I have been messaging a former client',
  'Ive done something stupid',
  'my own fault, i put the rota on facebook',
  'I live streamed from the lounge',
];
const NOT_OWN = [
  'She posted it',
  'what if I posted it',
  'Can I delete what I posted?',
  'I told my manager and she posted about it',
  'I shared the screenshots with HR',
  'I left my Facebook open and somebody posted as me',
  'a client posted a photo of me',
  'they put me in a group chat',
];

async function heard(text: string, found: Outcome) {
  const turn = recordedTurn(text);
  await createPolicyConversation(depsFinding(found).deps).answer(turn);
  return turn;
}

describe('An own deed', () => {
  for (const text of OWN) it(`is heard in "${text}"`, () => assert.equal(isOwnDeed(text), true));
  for (const text of NOT_OWN) it(`is not heard in "${text}"`, () => assert.equal(isOwnDeed(text), false));

  it('in a concern is answered as one who owns up, also when the engine did not see it', async () => {
    const turn = await heard(
      'I posted a photo of a client by mistake',
      outcome<'concern'>({ outcome: 'concern' }),
    );
    assert.match(turn.texts()[0] ?? '', /Stop sharing it/);
  });

  it('told plainly is no question, whatever the engine makes of it, and is kept nowhere', async () => {
    const turn = await heard('I posted it myself', pictures);
    assert.match(turn.texts()[0] ?? '', /Stop sharing it/);
    assert.match(turn.cards().at(-1) ?? '', /concerns\.start/);
    assert.deepEqual(turn.state.toJSON(), {});
    assert.equal(turn.saidIsKept(), false);
  });

  it('that is asked about is a question', async () => {
    for (const text of ['I posted a photo of my dog at work, is that ok', 'I posted it myself?']) {
      assert.equal(isPlainlyOwnDeed(text), false, text);
      assert.match((await heard(text, pictures)).texts()[0] ?? '', /P5\.11/, text);
    }
  });
});
