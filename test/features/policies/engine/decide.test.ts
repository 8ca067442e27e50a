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
    text: 'Is a deleted post gone for good?',
    alone: aboutP6,
    together: undefined,
    exact: undefined,
    understood: true,
    urgent: false,
    answer: () => ({ answer: 1, verdict: 'no' }),
    ...changes,
  };
}

describe('deciding what a message is', () => {
  it('answers with the best clause', () => {
    const clauses = ['P6', 'P5.1', 'P5.7'];
    const expected = { outcome: 'answer', clauses, answer: 1, verdict: 'no', urgent: false, report: false };
    assert.deepEqual(decide(findings()), expected);
  });

  it('offers choices when clauses are close', () => {
    const close = ranking({ 'clause:P6': 0.2, 'clause:P5.1': 0.19, 'clause:P5.7': 0.05 }, { clause: 0.9 });
    const outcome = decide(findings({ alone: close }));
    assert.ok(outcome.outcome === 'choices');
    assert.deepEqual(outcome.choices, ['P6', 'P5.1']);
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

  it('takes a statement of danger for a concern, even where a clause fits', () => {
    assert.equal(
      decide(findings({ text: 'he posted that he has a knife', urgent: 'danger' })).outcome,
      'concern',
    );
  });

  it('offers the report when a question may be about something that happened', () => {
    const unsure = { ...aboutP6, kinds: { ...aboutP6.kinds, concern: 0.3 } };
    const outcome = decide(findings({ alone: unsure }));
    assert.equal(outcome.outcome, 'answer');
    assert.equal(outcome.report, true);
  });

  it('takes no long message for a command', () => {
    const alone = ranking({ 'command:cancel': 0.5, 'clause:P6': 0.4 }, { command: 0.6, clause: 0.4 });
    const text = 'I would like to know whether I may cancel what I once posted on my page';
    assert.equal(decide(findings({ alone, text: 'cancel what I did' })).outcome, 'command');
    assert.equal(decide(findings({ alone, text })).outcome, 'answer');
  });

  it('reads a follow-up together with the question before it', () => {
    const alone = ranking({ 'topic:general': 0.5, 'clause:P6': 0.1 }, { topic: 0.6, clause: 0.3 });
    assert.equal(decide(findings({ text: 'why', alone, together: aboutP6 })).clauses[0], 'P6');
  });

  it('refuses a command that the product does not have', () => {
    const exact = { kind: 'command', name: 'dance' } as const;
    assert.throws(() => decide(findings({ exact })), /unknown command dance/);
  });
});

describe('known lines', () => {
  const known = new KnownLines({
    'command:my_reports': ['my reports'],
    'talk:thanks': ['Thanks!'],
    'clause:P6': ['Is it gone?'],
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
