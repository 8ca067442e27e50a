import assert from 'node:assert/strict';
import { fake } from 'sinon';
import { isAllQuestions, questionsIn } from '../../../../src/features/policies/conversation/severalQuestions';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import { depsFinding, outcome, pictures, policy } from './example';
import { recordedTurn } from './recordedTurn';

const about = (clause: string, more: Partial<typeof pictures> = {}) => ({
  ...pictures,
  clauses: [clause, 'P6'],
  ...more,
});
const unsure = outcome<'choices'>({ outcome: 'choices', choices: ['P5.11', 'P6'] });
const TEN = Array.from({ length: 10 }, (_, at) => `Can I do the thing number ${at}?`).join(' ');

/** @param byWord what the engine finds in a text with this word; the whole message and the rest are unsure */
async function asking(text: string, byWord: Readonly<Record<string, Outcome>>, whole: Outcome = unsure) {
  const { deps } = depsFinding(unsure);
  const ask = fake((question: string) => {
    const words = Object.keys(byWord).filter((word) => question.includes(word));
    const [word] = words;
    return Promise.resolve(words.length === 1 && word ? (byWord[word] ?? unsure) : whole);
  });
  const turn = recordedTurn(text);
  await createPolicyConversation({ ...deps, engine: { ask } }).answer(turn);
  return turn;
}

describe('Several questions in one message', () => {
  it('are answered up to three, each shortly with its clause and number, and the others are asked for one by one', async () => {
    const turn = await asking(TEN, {
      'number 1': about('P5.11'),
      'number 3': about('P5.8'),
      'number 5': about('P5.10'),
      'number 7': about('P5.16'),
    });
    assert.equal(turn.answers.length, 1);
    const [text = ''] = turn.texts();
    assert.match(
      text,
      /\*\*1\. .*Clause P5\.11 \[1\].*Answer \w{3}-\w{3}.*\*\*2\. .*P5\.8 \[2\].*\*\*3\. .*P5\.10 \[3\]/s,
    );
    assert.doesNotMatch(text, /P5\.16/);
    assert.match(text, /Please ask me the others one at a time.*Type \*\*report\*\*/s);
    assert.ok(text.length < 2_000, `${text.length} characters`);
  });

  it('of which none is clear are asked for one at a time', async () => {
    assert.match((await asking(TEN, {})).texts()[0] ?? '', /several things at once.*one at a time/s);
  });

  it('that mean the same are answered once', async () => {
    const turn = await asking(TEN, { 'number 1': about('P5.11'), 'number 2': about('P5.11') });
    assert.doesNotMatch(turn.texts()[0] ?? '', /\*\*2\./);
  });

  it('on which nobody is to be silenced have no flat no, and end with the line', async () => {
    const turn = await asking(TEN, { 'number 1': about('P5.10', { protectedTopic: 'pay' }) });
    const [text = ''] = turn.texts();
    assert.doesNotMatch(text, /^(?:no|yes)\b/im);
    assert.ok(text.endsWith(policy.protectedTopics.line));
  });

  it('beside something that happened leave the concern its place', async () => {
    const concern = outcome<'concern'>({ outcome: 'concern', clauses: ['R1'] });
    const told =
      'She put a photo of my client on Facebook last night and everybody at work has seen it and laughs.';
    const found = { 'number 0': about('P5.11'), 'number 1': about('P5.8') };
    const turn = await asking(`${told} ${TEN.slice(0, 100)}`, found, concern);
    assert.match(turn.texts()[0] ?? '', /^Thank you for telling me/);
  });

  it('of which one is urgent get the emergency card first', async () => {
    const turn = await asking(TEN, {
      'number 1': about('P5.11'),
      'number 2': { ...unsure, urgent: 'danger' },
    });
    assert.match(turn.cards()[0] ?? '', /ring 999/);
    assert.match(turn.texts()[0] ?? '', /P5\.11/);
  });

  it('leave no question behind', async () => {
    assert.deepEqual((await asking(TEN, { 'number 1': about('P5.11') })).state.toJSON(), {});
  });
});

describe('A question within a long text', () => {
  it('in a pasted e-mail is answered, without anything of who wrote it', async () => {
    const email =
      'From: Zebedee Example\nTo: Team\nSubject: Photos\n\nHello all,\nCan we post photos?\n\nMany thanks\nZebedee';
    const turn = await asking(email, { 'Can we post': about('P5.11') });
    assert.match(turn.texts()[0] ?? '', /^\*\*No\.\*\*.*P5\.11/s);
    assert.doesNotMatch(JSON.stringify(turn.answers), /Zebedee/);
    assert.deepEqual(turn.state.toJSON(), {});
  });

  it('in 5,000 characters is answered', async () => {
    const text = `${'It was a long day. '.repeat(265)} Can I post about number 1?`;
    assert.match((await asking(text, { 'number 1': about('P5.11') })).texts()[0] ?? '', /P5\.11/);
  });
});

describe('The questions in a text', () => {
  const rows: readonly (readonly [text: string, questions: readonly string[]])[] = [
    ['Can I post this? Is it ok to tag her? Yes.', ['Can I post this?', 'Is it ok to tag her?']],
    ['1. can i post it\n2) what about tags please\nthanks', ['can i post it', 'what about tags please']],
    ['- Can I post it?\n- Can I post it?', ['Can I post it?']],
    [
      'can i post it can i tag her and can i add a client',
      ['can i post it', 'can i tag her', 'can i add a client'],
    ],
    ['<p>Can I post it?</p><p>Why? And when may I?</p>', ['Can I post it?', 'when may I?']],
    ['She posted it. I am upset.', []],
  ];
  for (const [text, questions] of rows) {
    it(`are ${questions.length} in "${text.slice(0, 40).replaceAll('\n', ' ')}"`, () =>
      assert.deepEqual(questionsIn(text), questions));
  }

  it('are all of it, or not', () => {
    assert.equal(isAllQuestions(TEN, questionsIn(TEN)), true);
    const told = `She posted it and I am upset about it and so are they. ${TEN.slice(0, 60)}`;
    assert.equal(isAllQuestions(told, questionsIn(told)), false);
  });
});
