import assert from 'node:assert/strict';
import type { TurnState } from '../../../../src/bot/turnState';
import { isNotMeant, questionPutAnew } from '../../../../src/features/policies/conversation/notMeant';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { depsFinding, outcome } from './example';
import { recordedTurn } from './recordedTurn';

const clauses = ['P5.11', 'P5.5', 'P6', 'P5.6', 'P5.1'];
const five = outcome<'answer'>({ outcome: 'answer', verdict: 'no', answer: 0, clauses });

/** What is said to each text in one conversation, minutes apart, and the clauses on its last card. */
async function talk(
  found: Outcome,
  texts: readonly string[],
  { minutes = 1, state }: { minutes?: number; state?: TurnState } = {},
) {
  const { deps, clock } = depsFinding(found);
  const conversation = createPolicyConversation(deps);
  let turn = recordedTurn('', state ? { state } : {});
  for (const text of texts) {
    turn = recordedTurn(text, { state: turn.state });
    await conversation.answer(turn);
    clock.time = new Date(clock.time.getTime() + minutes * 60_000);
  }
  return { turn, offered: clausesOn(turn.cards().at(-1)) };
}

function clausesOn(card: string | undefined): (string | undefined)[] {
  return [...(card ?? '').matchAll(/"clauseId":"([^"]+)"/g)].map((match) => match[1]);
}

describe('"That’s not what I meant"', () => {
  const ways = [
    'That’s not what I meant',
    'thats not what i asked',
    'Nah that isnt what i was on about',
    'no not what i meant',
    'I didn’t mean that',
    'i wasnt asking about that',
    'wrong answer',
    'that’s the wrong one',
    'not that one',
    'thats not it mate',
    'you misunderstood me',
    'youve got the wrong end of the stick',
    'you didn’t answer my question',
    'that doesnt answer my question',
    'summat else',
    'I meant something different',
    'none of these',
    'another answer please',
    'nowt like what i asked',
    'try again',
  ];
  for (const way of ways) it(`is understood as "${way}"`, () => assert.equal(isNotMeant(way), true));

  const others = [
    'Can I post a photo?',
    'that is not what I posted',
    'she said that is not what she meant by the post',
    'is it wrong to post it',
    'what if I didn’t mean it',
    'not allowed then?',
    'why not',
    'help',
    'I meant to report him',
  ];
  for (const text of others) it(`is not heard in "${text}"`, () => assert.equal(isNotMeant(text), false));

  it('with the question put anew is read as that question', () => {
    assert.equal(
      questionPutAnew('No, I meant can I post a photo of the garden?'),
      'can I post a photo of the garden?',
    );
    assert.equal(questionPutAnew('That’s not what I meant, I meant photos of us'), 'photos of us');
    assert.equal(questionPutAnew('I meant it'), 'I meant it');
    assert.equal(questionPutAnew('Can I post it?'), 'Can I post it?');
  });

  it('offers the clauses that fit next best, and then what is left of them', async () => {
    const once = await talk(five, ['Can I post this?', 'not what I meant']);
    assert.deepEqual(once.offered, ['P5.5', 'P6', 'P5.6']);
    const twice = await talk(five, ['not that one'], { state: once.turn.state });
    assert.deepEqual(twice.offered, ['P5.1']);
    const thrice = await talk(five, ['not that one'], { state: twice.turn.state });
    assert.deepEqual(thrice.offered, []);
    assert.match(thrice.turn.texts()[0] ?? '', /try other words/);
    assert.match(thrice.turn.cards()[0] ?? '', /policies\.previewQuestion/);
  });

  it('after choices offers the others, and never those again', async () => {
    const choices = outcome<'choices'>({ outcome: 'choices', choices: ['P5.11', 'P5.5'], clauses });
    assert.deepEqual((await talk(choices, ['posting?', 'none of these'])).offered, ['P6', 'P5.6', 'P5.1']);
  });

  it('after an answer that the policy does not say offers the nearest clauses', async () => {
    const silent = outcome<'outofscope'>({ outcome: 'outofscope', topic: 'penalties', clauses });
    assert.deepEqual((await talk(silent, ['Will I be sacked?', 'not that'])).offered, [
      'P5.11',
      'P5.5',
      'P6',
    ]);
  });

  it('keeps the line that nobody is silenced', async () => {
    const pay = { ...five, protectedTopic: 'pay' };
    const { turn } = await talk(pay, ['Can I post my pay?', 'wrong answer']);
    assert.match(turn.cards()[0] ?? '', /"topic":"pay".*does not stop anybody/);
  });

  it('without a question before, or half an hour after it, asks for other words', async () => {
    for (const [texts, minutes] of [
      [['not what I meant'], 1],
      [['Can I post this?', 'not what I meant'], 31],
    ] as const) {
      const { turn, offered } = await talk(five, texts, { minutes });
      assert.deepEqual(offered, []);
      assert.match(turn.texts()[0] ?? '', /try other words/);
    }
  });

  it('after something confidential does not go back to the question before', async () => {
    const asked = await talk(five, ['Can I post this?']);
    const concern = outcome<'concern'>({ outcome: 'concern', clauses: ['R1'] });
    const told = await talk(concern, ['She posted my photo.'], { state: asked.turn.state });
    assert.deepEqual((await talk(five, ['not what I meant'], { state: told.turn.state })).offered, []);
  });

  it('in a channel knows of no question, not even the person’s own', async () => {
    const asked = await talk(five, ['Can I post this?']);
    const turn = recordedTurn('not what I meant', { place: { kind: 'channel' }, state: asked.turn.state });
    await createPolicyConversation(depsFinding(five).deps).answer(turn);
    assert.deepEqual(clausesOn(turn.cards()[0]), []);
  });

  it('is one of three suggestions under an answer, but not in the middle of a report', async () => {
    const { turn } = await talk(five, ['Can I post this?']);
    assert.match(
      JSON.stringify(turn.answers[0]),
      /"suggestions":\["[^"]+","[^"]+","That’s not what I meant"\]/,
    );
    const inReport = recordedTurn('Can I post this?');
    await createPolicyConversation(depsFinding(five).deps).answerIfClearQuestion(inReport);
    assert.doesNotMatch(JSON.stringify(inReport.answers), /not what I meant/);
  });
});
