import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ClockFacts } from '../../../../src/features/concerns/clocks/clockEngine';
import { clocksOf, noticesOf } from '../../../../src/features/concerns/clocks/clockEngine';
import { alarmAt, dueInWords, endOf, reminderAt } from '../../../../src/features/concerns/clocks/periods';
import { parseRules } from '../../../../src/features/concerns/clocks/rules';

const RULES = JSON.parse(readFileSync('src/features/concerns/clocks/content/rules.json', 'utf8')) as Record<
  string,
  unknown
>[];
const changed = (id: string, change: object): unknown =>
  RULES.map((rule) => (rule['id'] === id ? { ...rule, ...change } : rule));

/** A report about a colleague, received on a Friday in the afternoon. */
function facts(change: Partial<ClockFacts> = {}): ClockFacts {
  return {
    ...{ kind: 'bullying', affected: 'colleague', danger: 'no', urgency: 'normal' },
    receivedAt: new Date('2026-11-20T15:00:00Z'),
    done: { takenOn: false, closed: false, safeguardingReferred: false, breachDecided: false },
    ...{ said: {}, holds: [] },
    ...change,
  };
}
const ids = (change: Partial<ClockFacts>): string[] => clocksOf(facts(change)).map(({ id }) => id);
const due = (id: string, change: Partial<ClockFacts>): string => {
  const clock = clocksOf(facts(change)).find((each) => each.id === id) ?? assert.fail(`no clock ${id}`);
  return dueInWords(clock.due);
};

describe('a period', () => {
  const end = (start: string, period: Parameters<typeof endOf>[1]): string =>
    dueInWords(endOf(new Date(start), period));

  it('in hours runs through nights, weekends and bank holidays', () => {
    assert.equal(end('2026-12-24T22:30:00Z', { hours: 72 }), 'Sunday 27 December 2026 at 22:30');
  });

  it('in hours is as long as it says when the clocks change', () => {
    assert.equal(end('2026-10-24T20:00:00Z', { hours: 24 }), 'Sunday 25 October 2026 at 20:00');
    assert.equal(end('2026-03-28T20:00:00Z', { hours: 24 }), 'Sunday 29 March 2026 at 21:00');
  });

  it('in working days ends with the last of them, in England', () => {
    assert.equal(end('2026-12-24T10:00:00Z', { workingDays: 3 }), 'Thursday 31 December 2026');
    const summer = endOf(new Date('2026-06-30T23:30:00Z'), { workingDays: 1 });
    assert.deepEqual([summer.day, summer.at.toISOString()], ['2026-07-02', '2026-07-02T23:00:00.000Z']);
  });

  it('in months ends on the same day, or on the last of a shorter month', () => {
    assert.equal(end('2026-08-31T10:00:00Z', { months: 6 }), 'Sunday 28 February 2027');
    assert.equal(end('2026-11-20T10:00:00Z', { months: 6 }), 'Thursday 20 May 2027');
  });

  it('in days counts weekends', () =>
    assert.equal(end('2026-11-20T10:00:00Z', { days: 30 }), 'Sunday 20 December 2026'));

  it('is reminded of in the morning of a working day, and late in the morning after', () => {
    const period = endOf(new Date('2026-12-24T10:00:00Z'), { workingDays: 2 });
    assert.equal(reminderAt(period, { workingDays: 1 }).toISOString(), '2026-12-29T09:00:00.000Z');
    assert.equal(alarmAt(period).toISOString(), '2026-12-31T09:00:00.000Z');
    const inSummer = endOf(new Date('2026-06-30T10:00:00Z'), { workingDays: 2 });
    assert.equal(alarmAt(inSummer).toISOString(), '2026-07-03T08:00:00.000Z');
  });

  it('in hours is late at the very minute', () => {
    const period = endOf(new Date('2026-11-21T10:00:00Z'), { hours: 4 });
    assert.equal(alarmAt(period).toISOString(), '2026-11-21T14:00:00.000Z');
    assert.equal(reminderAt(period, { hours: 2 }).toISOString(), '2026-11-21T12:00:00.000Z');
  });
});

describe('the clocks of a case', () => {
  it('are the council’s own targets where nothing else applies', () => {
    assert.deepEqual(ids({}), ['takeOn', 'close']);
  });

  it('begin with safeguarding where a service user or a child may have been harmed', () => {
    for (const kind of ['picture', 'contact', 'sexual', 'bullying'])
      assert.ok(ids({ kind, affected: 'serviceUser' }).includes('safeguarding'), kind);
    assert.ok(ids({ kind: 'sexual', affected: 'me' }).includes('safeguarding'));
    assert.ok(ids({ kind: 'comments', affected: 'serviceUser', danger: 'yes' }).includes('safeguarding'));
    assert.ok(!ids({ kind: 'comments', affected: 'service' }).includes('safeguarding'));
  });

  it('give data protection 72 hours from sending, weekends included', () => {
    assert.equal(due('dataProtection', { kind: 'confidential' }), 'Monday 23 November 2026 at 15:00');
  });

  it('give a complaint about one’s own data 30 days', () => {
    assert.equal(due('ownData', { kind: 'ownData' }), 'Sunday 20 December 2026');
  });

  it('are statutory only once a handler says so, and count from the day of receipt', () => {
    const said = { acknowledge: { applies: true }, explain: { applies: true } };
    assert.ok(!ids({ affected: 'serviceUser' }).includes('acknowledge'));
    assert.equal(due('acknowledge', { said }), 'Wednesday 25 November 2026');
    assert.equal(due('explain', { said }), 'Thursday 20 May 2027');
  });

  it('may be taken away and put in by a handler, who sees that it was', () => {
    assert.ok(!ids({ said: { close: { applies: false } } }).includes('close'));
    const [clock] = clocksOf(facts({ said: { safeguarding: { applies: true } } }));
    assert.equal(clock?.why, 'A handler said that it applies.');
  });

  it('keep their date where it is statutory, and move where it is the council’s own', () => {
    const said = { dataProtection: { dueOn: '2027-01-04' }, close: { dueOn: '2027-01-04' } };
    assert.equal(due('dataProtection', { kind: 'confidential', said }), 'Monday 23 November 2026 at 15:00');
    assert.equal(due('close', { said }), 'Monday 4 January 2027');
  });

  it('wait while the case is on hold, but never a statutory one', () => {
    const holds = [{ from: new Date('2026-11-23T10:00:00Z') }];
    const waiting = clocksOf(facts({ kind: 'confidential', holds })).filter(({ waits }) => waits);
    assert.deepEqual(
      waiting.map(({ id }) => id),
      ['takeOn', 'close'],
    );
    const over = [{ from: new Date('2026-11-23T10:00:00Z'), until: new Date('2026-11-25T10:00:00Z') }];
    assert.equal(due('takeOn', { holds: over }), 'Friday 27 November 2026');
    assert.equal(
      due('dataProtection', { kind: 'confidential', holds: over }),
      'Monday 23 November 2026 at 15:00',
    );
  });

  it('say their reminders and alarms in order, and nothing more once they are met', () => {
    const notices = noticesOf(clocksOf(facts({ kind: 'confidential' })));
    assert.deepEqual(
      notices
        .filter(({ clock }) => clock.id === 'dataProtection')
        .map(({ kind, at }) => [kind, at.toISOString()]),
      [
        ['reminder', '2026-11-21T15:00:00.000Z'],
        ['reminder', '2026-11-22T15:00:00.000Z'],
        ['reminder', '2026-11-23T09:00:00.000Z'],
        ['alarm', '2026-11-23T15:00:00.000Z'],
      ],
    );
    const done = { takenOn: true, closed: true, safeguardingReferred: true, breachDecided: true };
    assert.deepEqual(noticesOf(clocksOf(facts({ kind: 'confidential', done }))), []);
  });

  it('go on after closing where closing is not what they ask for', () => {
    const done = { ...facts().done, takenOn: true, closed: true };
    const running = clocksOf(facts({ kind: 'confidential', done })).filter(({ met }) => !met);
    assert.deepEqual(
      running.map(({ id }) => id),
      ['dataProtection'],
    );
  });
});

describe('the rules of the clocks', () => {
  it('take the council’s own period, as far as the law allows', () => {
    const rules = parseRules(changed('safeguarding', { council: { hours: 1 }, remind: [] }));
    const [, clock] = clocksOf(facts({ kind: 'sexual', urgency: 'danger' }), rules);
    assert.equal(dueInWords(clock?.due ?? assert.fail()), 'Friday 20 November 2026 at 16:00');
  });

  for (const [what, bad] of [
    ['longer than 72 hours for data protection', changed('dataProtection', { council: { hours: 73 } })],
    ['five working days for 72 hours', changed('dataProtection', { council: { workingDays: 5 } })],
    ['a period of nothing', changed('close', { council: { workingDays: 0 } })],
    ['two kinds of period at once', changed('close', { council: { workingDays: 2, hours: 1 } })],
    ['a reminder before the start', changed('safeguarding', { remind: [{ hours: 9 }] })],
    ['a clock that is missing', RULES.slice(1)],
    ['a clock twice', [...RULES, RULES[0]]],
    ['a word too many', changed('close', { paused: true })],
  ] as const)
    it(`refuse ${what}`, () => assert.throws(() => parseRules(bad), /clocks' rules/));
});
