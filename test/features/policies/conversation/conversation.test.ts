import assert from 'node:assert/strict';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import { depsFinding, outcome, pictures } from './example';
import { recordedTurn } from './recordedTurn';

const concern = outcome<'concern'>({ outcome: 'concern', report: true, clauses: ['R4'] });
const inChannel = { place: { kind: 'channel', teamId: 'team-1', channelId: 'channel-1' } } as const;

async function answered(found: Parameters<typeof depsFinding>[0], text = 'Can I post this?', options = {}) {
  const turn = recordedTurn(text, options);
  await createPolicyConversation(depsFinding(found).deps).answer(turn);
  return turn;
}

describe('A question about the policy', () => {
  it('gets one text with the exact words of the clause and its citation', async () => {
    const { answers } = await answered(pictures);
    assert.equal(answers.length, 1);
    assert.ok(answers[0] && 'text' in answers[0]);
    assert.ok(
      answers[0].text.includes(
        '> Never post pictures of service users or colleagues even if they ask you to do so.',
      ),
    );
    assert.equal(answers[0].extras?.citations?.length, 1);
  });

  it('that may mean several things gets the clauses to choose from and "None of these"', async () => {
    const turn = await answered(
      outcome<'choices'>({ outcome: 'choices', choices: ['P5.11', 'P5.5', 'gone'] }),
    );
    assert.equal(turn.texts().length, 0);
    const verbs = [...(turn.cards()[0] ?? '').matchAll(/"data":\{"verb":"(\S+?)"/g)].map((match) => match[1]);
    assert.deepEqual(verbs, ['policies.choose', 'policies.choose', 'policies.none']);
  });

  it('outside the policy gets its topic, that the policy does not say, and where to ask', async () => {
    const [text] = (
      await answered(outcome<'outofscope'>({ outcome: 'outofscope', topic: 'penalties' }))
    ).texts();
    assert.match(text ?? '', /does not say what happens/);
    assert.match(text ?? '', /Human resources \(HR\)/);
  });

  it('in no topic of its own is not given the name of one', async () => {
    const [text] = (
      await answered(outcome<'outofscope'>({ outcome: 'outofscope', topic: 'general' }))
    ).texts();
    assert.match(text ?? '', /The policy does not say.*Your manager is the best person to ask/s);
    assert.doesNotMatch(text ?? '', /Anything else/);
  });

  it('without any topic is said to be outside, with questions that the policy does answer', async () => {
    const { answers } = await answered(outcome<'outofscope'>({ outcome: 'outofscope', topic: null }));
    assert.ok(answers[0] && 'text' in answers[0]);
    assert.match(answers[0].text, /The policy does not say/);
    assert.equal(answers[0].extras?.suggestions?.length, 3);
  });

  it('with a picture is answered, and the picture is said to be left out', async () => {
    const texts = (await answered(pictures, 'Can I post this?', { attachmentCount: 1 })).texts();
    assert.equal(texts.length, 2);
    assert.match(texts[1] ?? '', /can’t read the picture/);
  });

  it('with nothing to go by is left to help, and nothing is said', async () => {
    const turn = recordedTurn('xyzzy');
    const { deps } = depsFinding(outcome<'outofscope'>({ outcome: 'outofscope', topic: null, clauses: [] }));
    assert.equal(await createPolicyConversation(deps).answerIfAnything(turn), false);
    assert.equal(turn.answers.length, 0);
  });
});

describe('Telling of something that happened', () => {
  it('gets kind words, what the policy says, and then the offer to report', async () => {
    const { answers } = await answered(concern, 'She posted my photo.');
    assert.deepEqual(
      answers.map((answer) => Object.keys(answer)[0]),
      ['text', 'card'],
    );
    assert.match(
      JSON.stringify(answers),
      /Thank you for telling me.*What the policy says.*should be taken seriously.*Clause R4.*concerns\.start/,
    );
    assert.doesNotMatch(JSON.stringify(answers), /delete your message/);
  });

  it('in a channel is told privately that the message there may be deleted', async () => {
    const [text] = (await answered(concern, 'She posted my photo.', inChannel)).texts();
    assert.match(text ?? '', /may want to delete your message/);
  });

  it('is kept nowhere, neither the words nor the answer', async () => {
    const turn = recordedTurn('She posted my photo.');
    const { deps, log } = depsFinding(concern);
    await createPolicyConversation(deps).answer(turn);
    assert.equal(log.info.callCount, 0);
    assert.deepEqual(turn.state.toJSON(), {});
    assert.equal(turn.saidIsKept(), false);
  });

  it('in danger gets the emergency card first, as an activity of its own', async () => {
    const { answers } = await answered({ ...concern, urgent: 'danger' }, 'He is outside with a knife');
    assert.ok(answers[0] && 'card' in answers[0]);
    assert.match(JSON.stringify(answers[0].card.content), /ring 999.*Safeguarding/);
    assert.equal(answers.length, 3);
  });

  it('in danger is told 999 and safeguarding before anything else', async () => {
    const [card = ''] = (await answered({ ...concern, urgent: 'danger' })).cards();
    assert.match(card, /ring 999.*Ring first.*Safeguarding, in office hours.*Safeguarding, evenings/);
  });

  it('in distress gets people to talk to first, and neither a clause nor safeguarding', async () => {
    const turn = await answered({ ...concern, urgent: 'distress' }, 'I do not want to be here');
    assert.match(
      turn.cards()[0] ?? '',
      /You matter more than any policy.*999.*111, then option 2.*116 123.*Staff support/,
    );
    assert.doesNotMatch(JSON.stringify(turn.answers), /Clause|[Ss]afeguarding/);
  });

  it('in danger gets the emergency card whatever else the message was', async () => {
    for (const found of [pictures, outcome<'command'>({ outcome: 'command', command: 'help' })]) {
      const turn = await answered({ ...found, urgent: 'danger' });
      assert.match(turn.cards()[0] ?? '', /ring 999/);
      assert.match(turn.cards().at(-1) ?? '', /concerns\.start/);
    }
  });
});

describe('Owning up', () => {
  const confession = { ...concern, confession: true };
  const owningUp = (more: Partial<typeof confession> = {}) =>
    answered({ ...confession, ...more }, 'I posted it myself.');

  it('is thanked, told what to do, that the union may be spoken to first, and that nothing has been reported', async () => {
    const turn = await owningUp();
    assert.match(
      turn.texts()[0] ?? '',
      /^Thank you.*Stop sharing it.*Keep what you may be asked for.*Tell your manager.*your union first.*not reported anything/s,
    );
    assert.match(turn.cards().at(-1) ?? '', /concerns\.start/);
  });

  it('is not met with a clause, nor with regret that it happened to them', async () => {
    assert.doesNotMatch((await owningUp()).texts()[0] ?? '', /Clause|I’m sorry that this has happened/);
  });

  it('where somebody is at risk gets the emergency card first', async () => {
    const { answers } = await owningUp({ urgent: 'danger' });
    assert.match(JSON.stringify(answers[0]), /ring 999.*Safeguarding/);
    assert.match(JSON.stringify(answers[1]), /everybody is safe.*Stop sharing it/);
  });

  it('in distress gets people who listen first, and nothing to do but that', async () => {
    const { answers } = await owningUp({ urgent: 'distress' });
    assert.match(JSON.stringify(answers[0]), /116 123/);
    assert.match(JSON.stringify(answers[1]), /talk to somebody first.*not reported anything/s);
    assert.doesNotMatch(JSON.stringify(answers[1]), /Tell your manager/);
  });

  it('is kept nowhere', async () => {
    const turn = await owningUp();
    assert.deepEqual(turn.state.toJSON(), {});
    assert.equal(turn.saidIsKept(), false);
  });
});

describe('Commands of the policy', () => {
  it('"policy" shows the key points and the page', async () => {
    const [text] = (
      await answered(outcome<'command'>({ outcome: 'command', command: 'policy' }), 'policy')
    ).texts();
    assert.match(text ?? '', /Never post pictures.*\[Read the whole policy\]\(https:/s);
  });

  it('"privacy" says what is kept and who can see it', async () => {
    const [text] = (
      await answered(outcome<'command'>({ outcome: 'command', command: 'privacy' }), 'privacy')
    ).texts();
    assert.match(text ?? '', /last three questions.*Your manager can see it.*complaints team/s);
  });

  it('of other features are left to them', async () => {
    const turn = recordedTurn('remind');
    const { deps } = depsFinding(outcome<'command'>({ outcome: 'command', command: 'remind' }));
    assert.equal(await createPolicyConversation(deps).answerIfAnything(turn), false);
  });

  it('are not taken from urgent words or from long ones', async () => {
    const command = outcome<'command'>({ outcome: 'command', command: 'cancel' });
    const calm = createPolicyConversation(depsFinding(command).deps);
    assert.equal(await calm.commandIn('cancel'), 'cancel');
    assert.equal(await calm.commandIn(`stop ${'and then '.repeat(20)}`), undefined);
    assert.equal(await calm.commandIn('   '), undefined);
    const urgent = createPolicyConversation(depsFinding({ ...command, urgent: 'danger' }).deps);
    assert.equal(await urgent.commandIn('help he is hitting me'), undefined);
    assert.equal(await urgent.urgencyIn('help he is hitting me'), 'danger');
  });
});

describe('One message', () => {
  it('is put to the engine once, however many features ask about it', async () => {
    const { deps, ask } = depsFinding(pictures);
    const conversation = createPolicyConversation(deps);
    for (let feature = 0; feature < 4; feature++) await conversation.commandIn('Can I post this?');
    await conversation.answer(recordedTurn('Can I post this?'));
    assert.equal(ask.callCount, 1);
  });
});

describe('A question in the middle of a report', () => {
  it('is answered without a second offer to report', async () => {
    const turn = recordedTurn('Can I post a photo of a client?');
    const { deps } = depsFinding({ ...pictures, report: true });
    assert.equal(await createPolicyConversation(deps).answerIfClearQuestion(turn), true);
    assert.equal(turn.answers.length, 1);
    assert.deepEqual(turn.state.toJSON(), {});
  });

  const others = [
    ['a description of what happened', pictures, 'She posted a photo of a client'],
    ['a concern', concern, 'Can you believe that she posted a photo?'],
    ['urgent words', { ...pictures, urgent: 'danger' as const }, 'Can somebody come, he has a knife?'],
  ] as const;
  for (const [name, found, text] of others) {
    it(`is not seen in ${name}`, async () => {
      const turn = recordedTurn(text);
      const conversation = createPolicyConversation(depsFinding(found).deps);
      assert.equal(await conversation.answerIfClearQuestion(turn), false);
      assert.equal(turn.answers.length, 0);
    });
  }
});
