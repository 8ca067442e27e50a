import assert from 'node:assert/strict';
import type { Reading } from '../../../src/features/acknowledgements/compose/draftInput';
import { readDraftInput } from '../../../src/features/acknowledgements/compose/draftInput';
import { usualWords } from '../../../src/features/acknowledgements/compose/usualWords';
import { NOW, samplePolicy } from './samples';

const good = {
  teams: 'team-1,team-2',
  title: ' Read this ',
  words: 'Please.',
  due: '2026-12-06',
  includeMe: 'false',
  check: 'false',
};
const reading: Reading = {
  draft: { about: { kind: 'policy' }, reminders: [7, 1, 0], onPaper: 0 },
  policy: samplePolicy,
  allowed: new Set(['team-1', 'team-2']),
  mayAskEveryone: false,
  now: NOW,
};
const read = (changes: Record<string, unknown> = {}, against: Partial<Reading> = {}) =>
  readDraftInput({ ...good, ...changes }, { ...reading, ...against });
const kept = (changes: Record<string, unknown> = {}, against: Partial<Reading> = {}) => {
  const result = read(changes, against);
  assert.ok('input' in result, result.problem);
  return result.input;
};

describe('what a manager types into a request', () => {
  it('is kept as typed, without the blanks around it', () => {
    assert.deepEqual(read(), {
      input: {
        teamIds: ['team-1', 'team-2'],
        title: 'Read this',
        words: 'Please.',
        due: '2026-12-06',
        senderIncluded: false,
        check: false,
        joinersIncluded: true,
        everyone: false,
        about: { kind: 'policy' },
        reminders: [7, 1, 0],
        sendAt: undefined,
      },
    });
  });

  it('asks the questions at the end unless that was taken away', () => {
    for (const check of ['true', undefined, 'nonsense']) {
      const { problem, ...rest } = read({ check });
      assert.ok(problem === undefined && 'input' in rest && rest.input.check, String(check));
    }
  });

  it('asks people who join later too, unless the manager says no', () => {
    const asksJoiners = (includeJoiners?: string) => {
      const result = read({ includeJoiners });
      return 'input' in result && result.input.joinersIncluded;
    };
    assert.deepEqual(['true', undefined, 'false'].map(asksJoiners), [true, true, false]);
  });

  it('may ask for today', () => assert.equal(read({ due: '2026-11-22' }).problem, undefined));

  it('counts a team that is named twice once', () => {
    const result = read({ teams: 'team-1,team-1,' });
    assert.deepEqual('input' in result && result.input.teamIds, ['team-1']);
  });

  const refused: [string, Record<string, unknown>, RegExp][] = [
    ['without a team', { teams: '' }, /at least one team/],
    ['with a team that they may not send to', { teams: 'team-1,team-9' }, /cannot send to one of these/],
    ['without a title', { title: '  ' }, /write a title/],
    ['with a title of 5,000 characters', { title: 'x'.repeat(5_000) }, /has 5000 characters/],
    ['without words', { words: '' }, /few words/],
    ['with words of 20,000 characters', { words: 'x'.repeat(20_000) }, /has?v?e? 20000 characters/],
    ['without a date', { due: undefined }, /choose a date/],
    ['with a date that does not exist', { due: '2026-02-30' }, /choose a date/],
    ['with a date of yesterday', { due: '2026-11-21' }, /in the past/],
    ['with a part that the policy does not have', { about: 'clause:P99' }, /no longer in the policy/],
    ['with a kind that nobody knows', { about: '__proto__' }, /no longer in the policy/],
    ['to everybody, as no administrator', { everyone: 'true' }, /Only administrators/],
    ['with reminders every hour', { reminders: '0.04,0.08' }, /once a day, or more than three times/],
    ['with four reminders', { reminders: '7,3,1,0' }, /once a day, or more than three times/],
    ['with a time and no day', { sendTime: '09:00' }, /choose the day to send it too/],
    ['with a moment that has passed', { sendDay: '2026-11-22', sendTime: '09:59' }, /in the past/],
    ['with a time that no clock shows', { sendDay: '2026-11-23', sendTime: '25:00' }, /a day and a time/],
    ['to be sent after its date', { sendDay: '2026-12-07' }, /after the date to confirm by/],
    [
      'in the hour that is left out when the clocks go forward',
      { sendDay: '2027-03-28', sendTime: '01:30', due: '2027-04-30' },
      /there is no 01:30/,
    ],
    ['with a list where a text belongs', { title: ['a'] }, /write a title/],
  ];
  for (const [what, changes, problem] of refused) {
    it(`${what} is refused with a sentence on what to change`, () => {
      assert.match(read(changes).problem ?? '', problem);
    });
  }

  it('names a clause of the policy, and keeps a change a change whatever comes with it', () => {
    assert.deepEqual(kept({ about: 'clause:P2' }).about, { kind: 'clause', clauseId: 'P2' });
    const about = { kind: 'change', sinceVersion: 1 } as const;
    const draft = { ...reading.draft, about };
    assert.deepEqual(kept({ about: 'clause:P2' }, { draft }).about, about);
  });

  it('gets the usual words of the other kind where nobody touched them', () => {
    const { title, words } = usualWords(samplePolicy, { kind: 'policy' });
    const changed = kept({ about: 'clause:P2', title, words });
    assert.deepEqual(
      [changed.title, /read this part/.test(changed.words)],
      ['Please read again: Sample policy', true],
    );
    assert.equal(kept({ about: 'clause:P2', title: 'Mine', words }).title, 'Mine');
  });

  it('chooses reminders from the list, or none', () => {
    const days = (reminders?: string) => kept({ reminders }).reminders;
    assert.deepEqual([days('1,0'), days('none'), days()], [[1, 0], [], [7, 1, 0]]);
  });

  it('is sent now, or at a time of London: summer and winter, and the first of two', () => {
    const sendAt = (sendDay: string, sendTime?: string) =>
      kept({ sendDay, sendTime, due: '2027-12-31' }).sendAt;
    assert.equal(kept().sendAt, undefined);
    assert.equal(sendAt('2026-12-01'), '2026-12-01T09:00:00.000Z');
    assert.equal(sendAt('2027-07-01', '09:00'), '2027-07-01T08:00:00.000Z');
    assert.equal(sendAt('2027-10-31', '01:30'), '2027-10-31T00:30:00.000Z');
  });
});
