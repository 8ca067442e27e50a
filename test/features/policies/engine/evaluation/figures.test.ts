import assert from 'node:assert/strict';
import {
  figures,
  interval,
  table,
  type Judged,
} from '../../../../../src/features/policies/engine/evaluation/figures';
import { readItems } from '../../../../../src/features/policies/engine/evaluation/readItems';
import type { ResultLine } from '../../../../../src/features/policies/engine/evaluation/resultLine';

const plain: ResultLine = {
  id: 'X1',
  outcome: 'answer',
  report: false,
  clauses: ['P6', 'P5.1', 'P5.7'],
  verdict: 'no',
  urgent: false,
  command: null,
};

function judged(item: object, result: Partial<ResultLine> = {}): Judged {
  const [read] = readItems(JSON.stringify({ id: 'X1', text: 'words', ...item })).items;
  assert.ok(read);
  return { item: read, result: { ...plain, ...result } };
}

function counts(...all: Judged[]): Record<string, string> {
  return Object.fromEntries(figures(all).map(({ name, hits, of }) => [name, `${hits}/${of}`]));
}

describe('the figures of an evaluation', () => {
  it('count the first clause and the first three, gold and acceptable alike', () => {
    const rows = counts(
      judged({ kind: 'question', gold: ['P6'] }),
      judged({ kind: 'followup', gold: ['A0'], acceptable: ['P5.7'] }),
      judged({ kind: 'question', gold: ['A0'] }),
    );
    assert.equal(rows['first right'], '1/3');
    assert.equal(rows['first three'], '2/3');
  });

  it('count direct answers, and how many of those are right', () => {
    const rows = counts(
      judged({ kind: 'question', gold: ['P6'] }),
      judged({ kind: 'question', gold: ['A0'] }),
      judged({ kind: 'question', gold: ['P6'] }, { outcome: 'choices', verdict: null }),
      judged({ kind: 'question', gold: ['P6'] }, { outcome: 'outofscope', verdict: null }),
    );
    assert.equal(rows['answered directly'], '2/4');
    assert.equal(rows['of those first right'], '1/2');
    assert.equal(rows['refused'], '1/4');
  });

  it('call only yes against no opposite', () => {
    const of = (verdict: string | null): Judged => judged({ kind: 'question', gold: ['P6'], verdict });
    assert.equal(counts(of('yes'), of('no'), of('depends'), of(null))['opposite verdict'], '1/4');
  });

  it('count concerns noticed and what was wrongly called one', () => {
    const rows = counts(
      judged({ kind: 'concern' }, { outcome: 'concern' }),
      judged({ kind: 'concern' }),
      judged({ kind: 'outofscope' }, { outcome: 'concern' }),
    );
    assert.equal(rows['concerns noticed'], '1/2');
    assert.equal(rows['concern precision'], '1/2');
    assert.equal(rows['out of scope said'], '0/1');
  });

  it('know danger by the note or by the label', () => {
    const rows = counts(
      judged({ kind: 'concern', note: 'immediate danger; distress' }, { urgent: true }),
      judged({ kind: 'concern', urgent: true }),
      judged({ kind: 'question', gold: ['P6'] }, { urgent: true }),
    );
    assert.equal(rows['danger'], '1/2');
    assert.equal(rows['danger said without need'], '1/1');
  });

  it('count plain statements that raise an alarm by themselves', () => {
    const rows = counts(
      judged({ urgent: false }, { urgent: true }),
      judged({ urgent: false }),
      judged({ kind: 'concern', urgent: false }, { urgent: true }),
      judged({}, { urgent: true }),
    );
    assert.equal(rows['calm statements alarming'], '1/2');
    assert.equal(rows['danger said without need'], '1/1');
  });

  it('want the right command where one is named', () => {
    const help = { outcome: 'command', command: 'help' } as const;
    const rows = counts(
      judged({ kind: 'command' }, help),
      judged({ kind: 'command', command: 'help' }, help),
      judged({ kind: 'command', command: 'report' }, help),
    );
    assert.equal(rows['commands'], '2/3');
  });

  it('leave out what there are no labels for', () => {
    assert.deepEqual(figures([judged({})]), []);
    assert.match(table([]), /No labels/);
  });

  it('come with an interval that is wide for few items and never leaves 0 to 100 %', () => {
    const [low, high] = interval({ name: 'few', hits: 2, of: 2 });
    assert.ok(low < 0.4 && high === 1);
    const [wideLow, wideHigh] = interval({ name: 'half', hits: 50, of: 100 });
    assert.ok(Math.abs(wideLow - 0.404) < 0.001 && Math.abs(wideHigh - 0.596) < 0.001);
  });
});
