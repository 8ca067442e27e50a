import assert from 'node:assert/strict';
import { BANK_HOLIDAYS } from '../../../../src/features/concerns/clocks/bankHolidays';
import { targetDay } from '../../../../src/features/concerns/clocks/targetDay';
import {
  dayInWords,
  dayOf,
  holidaysRunOut,
  isWorkingDay,
} from '../../../../src/features/concerns/clocks/workingDays';

const at = (time: string): string => targetDay(new Date(time));

/** Easter Sunday by the anonymous Gregorian computus, as [month, day]. */
function easter(year: number): Date {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
}

describe('working days', () => {
  it('gives three of them, the day of receipt not counted', () => {
    assert.equal(at('2026-11-18T10:00:00Z'), '2026-11-23');
    assert.equal(at('2026-11-16T10:00:00Z'), '2026-11-19');
  });

  it('begins after the weekend when it was received on one', () => {
    assert.equal(at('2026-11-21T10:00:00Z'), '2026-11-25');
  });

  it('leaves out Christmas, Boxing Day moved to Monday, and New Year', () => {
    assert.equal(at('2026-12-24T10:00:00Z'), '2026-12-31');
    assert.equal(at('2026-12-30T10:00:00Z'), '2027-01-05');
  });

  it('leaves out Good Friday and Easter Monday', () => {
    assert.equal(at('2027-03-25T10:00:00Z'), '2027-04-01');
  });

  it('counts the day in England, also in summer an hour before midnight in Greenwich', () => {
    assert.equal(dayOf(new Date('2026-07-01T23:30:00Z')), '2026-07-02');
    assert.equal(dayOf(new Date('2026-01-01T23:30:00Z')), '2026-01-01');
  });

  it('knows eight bank holidays in each year, none on a weekend, with those of Easter', () => {
    for (const year of [2026, 2027, 2028, 2029, 2030, 2031]) {
      const days = [...BANK_HOLIDAYS].filter((day) => day.startsWith(String(year)));
      assert.equal(days.length, 8, String(year));
      assert.ok(
        days.every((day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())),
        String(year),
      );
      const friday = new Date(easter(year).getTime() - 2 * 86_400_000).toISOString().slice(0, 10);
      const monday = new Date(easter(year).getTime() + 86_400_000).toISOString().slice(0, 10);
      assert.ok(!isWorkingDay(friday) && !isWorkingDay(monday), String(year));
    }
  });

  it('warns in the last year of its list', () => {
    assert.equal(holidaysRunOut(new Date('2030-12-31T12:00:00Z')), false);
    assert.equal(holidaysRunOut(new Date('2031-01-01T12:00:00Z')), true);
  });

  it('writes a day as people say it', () => assert.equal(dayInWords('2026-05-04'), 'Monday 4 May 2026'));
});
