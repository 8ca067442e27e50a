import assert from 'node:assert/strict';
import { loadEngineData } from '../../../../src/features/policies/engine/engineData';
import { loadEngine } from '../../../../src/features/policies/engine/loadEngine';
import { stem } from '../../../../src/features/policies/engine/words';
import { loadPolicy } from '../../../../src/features/policies/policy';
import { inShort, whoseOutcome } from './ask';
import { ask, realEncoder } from '../../../support/realEngine';

/** "May I check that …" asks for an answer and not for leave. */
const asksLeave = (text: string): boolean => /^(can|may|could) (i|we)\b(?! (check|ask)\b)/i.test(text);

describe('the answering engine', () => {
  const table: [question: string, expected: string][] = [
    ['Can I post a photo of a client?', 'answer P5.11 no'],
    ['Can I add a client on Facebook?', 'answer P5.8 no'],
    ['Could I put up a pic of one of the residents at the summer fair?', 'answer P5.11 no'],
    ['Can I ignore a friend request?', 'answer P5.9 yes'],
    ['Must I accept the friend request from my deputy?', 'answer P5.9 no'],
    ['Will he be told if I ignore his friend request?', 'answer P5.9 no'],
    ["What is the rule on sharing a client's diagnosis?", 'answer P5.16 null'],
    ['May I upload a selfie from the laundry room at work?', 'answer P5.5 no'],
    ['Should I google my own name?', 'answer P5.2 advice'],
    ['Will I be sacked for a post?', 'outofscope penalties'],
    ['How long do I have to make a complaint about a post?', 'outofscope time-limits'],
    ['How do I book two weeks of annual leave?', 'outofscope pay-and-hr'],
    ['One of the carers has put a picture of our resident on Facebook', 'concern'],
    ['My team leader keeps writing nasty things about me in the group', 'concern'],
    ['hello', 'smalltalk greeting'],
    ['Thanks, that was useful!', 'smalltalk thanks'],
    ['HELP', 'command help'],
    ['please show me my reports', 'command my_reports'],
    ['never mind', 'command cancel'],
  ];
  for (const [question, expected] of table) {
    it(`takes "${question}" as: ${expected}`, async () => {
      assert.equal(inShort(await ask(question)), expected);
    });
  }

  it('gives the same outcome for the same words', async () => {
    const question = 'Can the night staff chat about a resident on WhatsApp?';
    const another = await loadEngine({ encoder: await realEncoder() });
    assert.deepEqual(await another.ask(question), await ask(question));
  });

  it('ranks at least three clauses for a question, a concern and what is out of scope', async () => {
    for (const text of [
      'Can I post a selfie at work?',
      'A colleague posted a client photo',
      'Will I be sacked?',
    ]) {
      assert.ok((await ask(text)).clauses.length >= 3, text);
    }
  });

  it('has reporting and what it is about among the first clauses of a concern', async () => {
    const { clauses } = await ask('Someone at work has put a video of a resident on TikTok');
    assert.deepEqual(clauses.slice(0, 4).sort(), ['P5.11', 'R1', 'R4', 'R5']);
  });

  for (const [text, isOwn] of [
    ['I accidentally put a picture of a resident on my story', true],
    ['I shared a photo of a resident by mistake last night', true],
    ['I think I have broken the policy', true],
    ['My colleague shared a photo of a resident last night', false],
    ['My manager has posted a photo of a client', false],
  ] as const) {
    it(`takes "${text}" for ${isOwn ? 'a confession' : 'what others did'}`, async () => {
      const outcome = await ask(text);
      assert.ok(outcome.outcome === 'concern', outcome.outcome);
      assert.equal(outcome.confession, isOwn);
    });
  }

  it('offers the report where something may have happened, and not for a plain question', async () => {
    assert.equal((await ask('A colleague posted a photo of a client yesterday')).report, true);
    assert.equal((await ask('Can I use Instagram at home?')).report, false);
  });

  it('never says yes to leave for what the policy forbids', async function () {
    this.timeout(60_000);
    const forbidding = ['P5.5', 'P5.8', 'P5.10', 'P5.11', 'P5.12', 'P5.13', 'P5.14', 'P5.15', 'P5.16'];
    const labels = forbidding.map((id) => `clause:${id}`);
    const lines = loadEngineData().knownLines.filter(({ label }) => labels.includes(label));
    const asked = lines.flatMap(({ keys }) => keys).filter(asksLeave);
    assert.ok(asked.length > 100);
    const granted = await whoseOutcome(
      asked,
      (text) => ask(text),
      (outcome) => inShort(outcome).endsWith(' yes'),
    );
    assert.deepEqual(granted, []);
  });

  it('takes a birthday for a detail and not for a fraudster', async () => {
    assert.match(
      inShort(await ask('Also can I put my date of birth on Facebook?')),
      /^answer P5\.4 (no|null)$/,
    );
  });

  it('knows words by their root also where that root would have another one', () => {
    const known = new Set(loadEngineData().vocabulary);
    for (const word of ['consider', 'apply', 'deceased', 'disclosed']) assert.ok(known.has(stem(word)), word);
  });

  it('never denies that fraudsters could use personal details', async () => {
    assert.match(inShort(await ask('Could scammers use my details?')), /^answer P5\.4 (yes|null)$/);
  });

  it('points to a reviewed answer of the first clause', async () => {
    const outcome = await ask('Can I ignore a friend request?');
    assert.ok(outcome.outcome === 'answer');
    const clause = loadPolicy().clauses.find(({ id }) => id === outcome.clauses[0]);
    assert.match(clause?.answers[outcome.answer]?.text ?? '', /^Yes\. You can ignore/);
  });
});

describe('follow-up questions', () => {
  const table: [previous: string, question: string, clauses: string[]][] = [
    ['Can I post a photo of a client?', 'Even if she asks me to?', ['P5.11']],
    ['Can I be friends with a client on Facebook?', 'and when they have moved out?', ['P5.8']],
    ['If I delete a post is it gone for good?', 'why not?', ['P6']],
    ['Can I put my date of birth on Facebook?', 'What about my phone number?', ['P5.4']],
  ];
  for (const [previous, question, clauses] of table) {
    it(`reads "${question}" after "${previous}"`, async () => {
      assert.ok(clauses.includes((await ask(question, [previous])).clauses[0] ?? ''));
    });
  }

  it('takes thanks after a question as thanks', async () => {
    assert.equal(inShort(await ask('thanks', ['Can I post a photo of a client?'])), 'smalltalk thanks');
  });

  it('notices a concern after a question', async () => {
    const outcome = await ask('My colleague posted a photo of her yesterday', [
      'Can I post a photo of a client?',
    ]);
    assert.equal(outcome.outcome, 'concern');
  });
});

describe('odd input to the engine', () => {
  const odd: [what: string, text: string, expected: string][] = [
    ['nothing', '', 'outofscope null'],
    ['spaces', ' \n\t ', 'outofscope null'],
    ['emoji only', '🎉🎉', 'outofscope null'],
    ['punctuation only', '?!?', 'outofscope null'],
    ['right-to-left text', 'هل يمكنني نشر صورة', 'outofscope null'],
    ['nonsense', 'qwrtp zxcvb lkjhg', 'outofscope null'],
    ['half a surrogate pair', '\ud800 \u0000', 'outofscope null'],
    ['20,000 letters', 'x'.repeat(20_000), 'outofscope null'],
    ['HTML', '<p>Can I post a <b>selfie</b> at work?</p>', 'answer P5.5 no'],
    ['capitals', 'CAN I IGNORE A FRIEND REQUEST', 'answer P5.9 yes'],
  ];
  for (const [what, text, expected] of odd) {
    it(`takes ${what} without throwing`, async () => {
      assert.equal(inShort(await ask(text, [text])), expected);
    });
  }

  it('reads 20,000 characters of words in well under a second', async () => {
    const start = process.cpuUsage();
    await ask('may I post this picture of a service user on Facebook '.repeat(370));
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 750_000, `${user + system} µs`);
  });
});
