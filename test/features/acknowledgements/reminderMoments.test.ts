import assert from 'node:assert/strict';
import { isTheirTime, reminderMoment } from '../../../src/features/acknowledgements/remind/moment';
import {
  isRemindedNow,
  mayRemindToday,
  problemWithReminders,
} from '../../../src/features/acknowledgements/remind/schedule';
import { aRecipient } from './samples';

const moment = (...args: Parameters<typeof reminderMoment>): string => reminderMoment(...args).toISOString();

describe('the moment of a reminder', () => {
  for (const [part, winter, summer] of [
    [undefined, '10:00', '09:00'],
    ['mornings', '09:00', '08:00'],
    ['afternoons', '14:00', '13:00'],
    ['evenings', '18:00', '17:00'],
    ['nights', '21:00', '20:00'],
  ] as const) {
    it(`is an hour of London for ${part ?? 'who said nothing'}, in winter and in summer`, () => {
      assert.equal(moment('2026-12-01', { part }), `2026-12-01T${winter}:00.000Z`);
      assert.equal(moment('2026-07-01', { part }), `2026-07-01T${summer}:00.000Z`);
    });
  }

  it('is the same hour of London before and after the nights in which the clocks change', () => {
    const nights = { part: 'nights' } as const;
    // Forward on 29 March 2026, back on 25 October 2026, each at 01:00 UTC.
    assert.equal(moment('2026-03-28', nights), '2026-03-28T21:00:00.000Z');
    assert.equal(moment('2026-03-29', nights), '2026-03-29T20:00:00.000Z');
    assert.equal(moment('2026-03-29', {}), '2026-03-29T09:00:00.000Z');
    assert.equal(moment('2026-10-24', nights), '2026-10-24T20:00:00.000Z');
    assert.equal(moment('2026-10-25', nights), '2026-10-25T21:00:00.000Z');
    assert.equal(moment('2026-10-25', {}), '2026-10-25T10:00:00.000Z');
  });

  it('is on the nearest earlier day of theirs where the day is not one of them, and never after it', () => {
    const weekend = { part: 'nights', days: [6, 7] } as const;
    assert.equal(moment('2026-12-02', weekend), '2026-11-29T21:00:00.000Z');
    assert.equal(moment('2026-11-28', weekend), '2026-11-28T21:00:00.000Z');
    assert.equal(moment('2026-10-28', { days: [7] }), '2026-10-25T10:00:00.000Z');
    for (let day = 1; day <= 7; day++) {
      const found = moment('2026-12-02', { days: [day] });
      assert.ok(found > '2026-11-26' && found < '2026-12-03', found);
    }
  });

  it('lasts three hours of a day of theirs', () => {
    const at = (time: string) => isTheirTime(new Date(`2026-12-02T${time}Z`), {});
    assert.deepEqual(['09:59:59', '10:00:00', '12:59:59', '13:00:00'].map(at), [false, true, true, false]);
    assert.equal(isTheirTime(new Date('2026-12-02T10:00:00Z'), { days: [1, 2, 4] }), false);
  });
});

describe('the schedule of reminders', () => {
  const schedule = { due: '2026-12-02', reminders: [7, 1, 0] };
  const row = aRecipient({ delivery: 'delivered', deliveredAt: '2026-11-18T10:00:00.000Z' });
  const now = (iso: string, changes = {}, pattern = {}) =>
    isRemindedNow({ ...row, ...changes }, schedule, pattern, new Date(iso));

  it('reminds at the time of each of its days and at no other', () => {
    assert.equal(now('2026-11-24T10:00:00Z'), false);
    assert.equal(now('2026-11-25T09:00:00Z'), false);
    assert.equal(now('2026-11-25T10:00:00Z'), true);
    assert.equal(now('2026-11-26T10:00:00Z', { remindedAt: '2026-11-25T10:00:00.000Z' }), false);
    assert.equal(now('2026-12-01T10:00:00Z', { remindedAt: '2026-11-25T10:00:00.000Z' }), true);
    assert.equal(now('2026-12-02T10:00:00Z', { remindedAt: '2026-12-01T10:00:00.000Z' }), true);
  });

  it('makes good what was missed once, at a time of theirs, and never after the due date', () => {
    assert.equal(now('2026-11-27T03:00:00Z'), false);
    assert.equal(now('2026-11-27T10:00:00Z'), true);
    assert.equal(now('2026-12-02T10:00:00Z'), true);
    assert.equal(now('2026-12-02T10:00:00Z', { remindedAt: '2026-12-02T09:00:00.000Z' }), false);
    assert.equal(now('2026-12-03T10:00:00Z'), false);
  });

  it('takes a reminder that a manager sent on the day for its own', () => {
    assert.equal(now('2026-11-25T10:00:00Z', { remindedAt: '2026-11-25T08:00:00.000Z' }), false);
    assert.equal(now('2026-11-26T10:00:00Z', { remindedAt: '2026-11-25T08:00:00.000Z' }), false);
  });

  it('does not remind somebody of what they got after it', () => {
    assert.equal(now('2026-11-26T10:00:00Z', { deliveredAt: '2026-11-25T15:00:00.000Z' }), false);
    assert.equal(now('2026-11-26T10:00:00Z', { deliveredAt: undefined }), false);
  });

  it('is a calendar day also in the week in which the clocks change', () => {
    const autumn = { due: '2026-10-26', reminders: [1] };
    const got = { ...row, deliveredAt: '2026-10-10T10:00:00.000Z' };
    assert.equal(isRemindedNow(got, autumn, {}, new Date('2026-10-25T09:00:00Z')), false);
    assert.equal(isRemindedNow(got, autumn, {}, new Date('2026-10-25T10:00:00Z')), true);
  });

  it('is looked at only in the days in which it can remind anybody', () => {
    const days = ['2026-11-18', '2026-11-19', '2026-12-02', '2026-12-03'];
    assert.deepEqual(
      days.map((day) => mayRemindToday(schedule, day)),
      [false, true, true, false],
    );
    assert.equal(mayRemindToday({ ...schedule, reminders: [] }, '2026-12-01'), false);
  });

  for (const [what, days, words] of [
    ['every hour of a day', [1, 23 / 24, 22 / 24], /once a day at most/],
    ['twice on a day', [1, 1], /once a day at most/],
    ['after the due date', [-1], /whole number of days before/],
    ['at no time at all', [NaN], /whole number/],
    ['four times', [7, 3, 1, 0], /at most 3 reminders.*talk to the person/],
    ['a year before', [365], /at most 60 days before/],
  ] as const) {
    it(`that would remind ${what} is refused`, () => assert.match(problemWithReminders(days) ?? '', words));
  }

  it('of at most three days is taken, and so is none', () => {
    assert.equal(problemWithReminders([7, 1, 0]), undefined);
    assert.equal(problemWithReminders([]), undefined);
  });
});
