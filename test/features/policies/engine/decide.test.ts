import assert from 'node:assert/strict';
import { decide, type Findings } from '../../../../src/features/policies/engine/decide';
import { KnownLines } from '../../../../src/features/policies/engine/knownLines';
import { splitLabel, type Kind, type Ranking } from '../../../../src/features/policies/engine/ranking';

/** A ranking out of "clause:P6" and the like; kinds sum up the scores unless given. */
function ranking(scores: Record<string, number>, kinds: Partial<Record<Kind, number>> = {}): Ranking {
  const readings = Object.entries(scores).map(([label, score]) => ({ ...splitLabel(label), score }));
  return { readings, kinds: { clause: 0, topic: 0, concern: 0, talk: 0, command: 0, ...kinds } };
}

const aboutP6 = ranking(
  { 'clause:P6': 0.6, 'clause:P5.1': 0.1, 'clause:P5.7': 0.1, 'topic:general': 0.1 },
  { clause: 0.9 },
);

function findings(changes: Partial<Findings> = {}): Findings {
  return {
    alone: aboutP6,
    together: undefined,
    exact: undefined,
    understood: true,
    urgent: false,
    protectedTopic: null,
    answer: () => ({ answer: 1, verdict: 'no' }),
    ...changes,
  };
}

describe('deciding what a message is', () => {
  it('answers with the best clause', () => {
    const clauses = ['P6', 'P5.1', 'P5.7'];
    const calm = { urgent: false, report: false, protectedTopic: null };
    const expected = { outcome: 'answer', clauses, answer: 1, verdict: 'no', ...calm };
    assert.deepEqual(decide(findings()), expected);
  });

  it('offers choices when clauses are close', () => {
    const close = ranking({ 'clause:P6': 0.2, 'clause:P5.1': 0.19, 'clause:P5.7': 0.04 }, { clause: 0.9 });
    const outcome = decide(findings({ alone: close }));
    assert.ok(outcome.outcome === 'choices');
    assert.deepEqual(outcome.choices, ['P6', 'P5.1']);
  });

  it('answers as soon as one clause leads', () => {
    const leading = ranking({ 'clause:P6': 0.3, 'clause:P5.1': 0.15 }, { clause: 0.9 });
    const trailing = ranking({ 'clause:P6': 0.3, 'clause:P5.1': 0.16 }, { clause: 0.9 });
    assert.equal(decide(findings({ alone: leading })).outcome, 'answer');
    assert.equal(decide(findings({ alone: trailing })).outcome, 'choices');
  });

  it('offers three choices at most, and none that is beside the point', () => {
    const scores = { 'clause:P6': 0.2, 'clause:P5.1': 0.19, 'clause:P5.7': 0.18, 'clause:P2': 0.17 };
    const outcome = decide(findings({ alone: ranking(scores, { clause: 0.9 }) }));
    assert.ok(outcome.outcome === 'choices');
    assert.deepEqual(outcome.choices, ['P6', 'P5.1', 'P5.7']);
    const far = ranking({ ...scores, 'clause:P5.1': 0.1, 'clause:P5.7': 0.04 }, { clause: 0.9 });
    const fewer = decide(findings({ alone: far }));
    assert.ok(fewer.outcome === 'choices');
    assert.deepEqual(fewer.choices, ['P6', 'P5.1']);
  });

  it('answers at once where only one clause has anything to do with it', () => {
    const weak = ranking({ 'clause:P6': 0.1, 'clause:P5.1': 0.04 }, { clause: 0.9 });
    assert.equal(decide(findings({ alone: weak })).outcome, 'answer');
  });

  it('names a second clause where it matters as well', () => {
    const both = ranking({ 'clause:P6': 0.5, 'clause:P5.1': 0.2, 'clause:P5.7': 0.1 }, { clause: 0.9 });
    const outcome = decide(findings({ alone: both }));
    assert.ok(outcome.outcome === 'answer');
    assert.equal(outcome.second, 'P5.1');
    const one = ranking({ 'clause:P6': 0.5, 'clause:P5.1': 0.19 }, { clause: 0.9 });
    assert.ok(!('second' in decide(findings({ alone: one }))));
  });

  it('answers a known line at once, however close another clause is', () => {
    const close = ranking({ 'clause:P6': 0.2, 'clause:P5.1': 0.19, 'clause:P5.7': 0.1 }, { clause: 0.9 });
    const outcome = decide(findings({ alone: close, exact: { kind: 'clause', name: 'P5.1' } }));
    assert.equal(outcome.outcome, 'answer');
    assert.deepEqual(outcome.clauses, ['P5.1', 'P6', 'P5.7']);
  });

  it('leans to saying that the policy is silent', () => {
    const even = ranking({ 'topic:hiring': 0.4, 'clause:P6': 0.4 }, { clause: 0.45, topic: 0.4 });
    const outcome = decide(findings({ alone: even }));
    assert.ok(outcome.outcome === 'outofscope');
    assert.equal(outcome.topic, 'hiring');
  });

  it('names no topic and no clause for words that it does not know', () => {
    const outcome = decide(findings({ understood: false }));
    assert.deepEqual(outcome, {
      outcome: 'outofscope',
      topic: null,
      clauses: [],
      urgent: false,
      report: false,
      protectedTopic: null,
    });
  });

  it('takes words that it does not know for a concern when they hold danger', () => {
    assert.equal(decide(findings({ understood: false, urgent: 'danger' })).outcome, 'concern');
  });

  it('answers a question in which danger is only mentioned, and says that it is urgent', () => {
    const outcome = decide(findings({ urgent: 'danger' }));
    assert.equal(outcome.outcome, 'answer');
    assert.equal(outcome.urgent, 'danger');
    assert.equal(outcome.report, true);
  });

  it('takes urgent words that may tell of something for a concern, even where a clause fits', () => {
    const telling = { ...aboutP6, kinds: { ...aboutP6.kinds, clause: 0.95, concern: 0.4 } };
    assert.equal(decide(findings({ alone: telling, urgent: 'danger' })).outcome, 'concern');
    assert.equal(decide(findings({ alone: telling })).outcome, 'answer');
  });

  it('offers the report when a question may be about something that happened', () => {
    const unsure = { ...aboutP6, kinds: { ...aboutP6.kinds, concern: 0.3 } };
    const outcome = decide(findings({ alone: unsure }));
    assert.equal(outcome.outcome, 'answer');
    assert.equal(outcome.report, true);
  });

  it('names the clause that a concern clearly falls under before reporting, and after it where it is not clear', () => {
    const scores = { concern: 0.6, 'clause:P5.11': 0.2, 'clause:R5': 0.1 };
    const clear = decide(findings({ alone: ranking(scores, { concern: 0.8, clause: 0.1 }) }));
    assert.deepEqual(clear.clauses, ['P5.11', 'R1', 'R5', 'R4']);
    const unclear = decide(findings({ alone: ranking(scores, { concern: 0.9, clause: 0.09 }) }));
    assert.deepEqual(unclear.clauses, ['R1', 'P5.11', 'R5', 'R4']);
  });

  it('takes a concern for a confession where the writer did it', () => {
    const kinds = { concern: 0.9 };
    const isConfession = (changes: Partial<Findings>): boolean => {
      const outcome = decide(findings(changes));
      assert.ok(outcome.outcome === 'concern');
      return outcome.confession;
    };
    assert.ok(isConfession({ alone: ranking({ confession: 0.5, concern: 0.4 }, kinds) }));
    assert.ok(!isConfession({ alone: ranking({ concern: 0.5, confession: 0.4 }, kinds) }));
    const exact = { kind: 'concern', name: 'confession' } as const;
    assert.ok(isConfession({ alone: ranking({ concern: 0.5, confession: 0.4 }, kinds), exact }));
  });

  it('passes on the protected topic that the words touch, whatever they are', () => {
    for (const alone of [aboutP6, ranking({ concern: 0.9 }, { concern: 0.9 })])
      assert.equal(decide(findings({ alone, protectedTopic: 'union' })).protectedTopic, 'union');
  });

  it('rather takes a message for a concern than for a question, where it might be either', () => {
    const kinds = (concern: number) => ranking({ 'clause:P6': 0.5 }, { clause: 0.6, concern });
    assert.equal(decide(findings({ alone: kinds(0.45) })).outcome, 'concern');
    assert.equal(decide(findings({ alone: kinds(0.35) })).outcome, 'answer');
  });

  it('tells a command that was typed as it is known from a guess at one', () => {
    const alone = ranking({ 'command:cancel': 0.9 }, { command: 0.9 });
    const isExact = (exact: Findings['exact']): boolean => {
      const outcome = decide(findings({ alone, exact }));
      assert.ok(outcome.outcome === 'command');
      return outcome.exact;
    };
    assert.ok(isExact({ kind: 'command', name: 'cancel' }));
    assert.ok(!isExact(undefined));
  });

  it('reads a follow-up together with the question before it', () => {
    const alone = ranking({ 'topic:general': 0.5, 'clause:P6': 0.1 }, { topic: 0.6, clause: 0.3 });
    assert.equal(decide(findings({ alone, together: aboutP6 })).clauses[0], 'P6');
  });

  it('refuses a command that the product does not have', () => {
    const exact = { kind: 'command', name: 'dance' } as const;
    assert.throws(() => decide(findings({ exact })), /unknown command dance/);
  });
});

describe('known lines', () => {
  const known = new KnownLines([
    { label: 'command:my_reports', keys: ['my reports'] },
    { label: 'talk:thanks', keys: ['thanks'] },
    { label: 'clause:P6', verdict: 'no', keys: ['is it gone'] },
  ]);

  it('have the verdict that their writer gave them, where there is one', () => {
    assert.equal(known.verdictOf('Is it gone?'), 'no');
    assert.equal(known.verdictOf('thanks'), undefined);
    assert.equal(known.verdictOf('Is it still there?'), undefined);
  });

  it('are found whatever their case, marks and politeness', () => {
    assert.deepEqual(known.find('Please, MY reports!'), { kind: 'command', name: 'my_reports' });
    assert.deepEqual(known.find('thanks'), { kind: 'talk', name: 'thanks' });
  });

  it('are not found in other words, in nothing and in long texts', () => {
    for (const text of ['my reports are late', '', '!!', 'thanks '.repeat(100)])
      assert.equal(known.find(text), undefined);
  });

  it('refuse a label of an unknown kind', () => {
    assert.throws(() => splitLabel('poem:ode'), /unknown label poem:ode/);
  });
});
