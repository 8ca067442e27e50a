import assert from 'node:assert/strict';
import { awayCommandIn } from '../../../src/features/acknowledgements/away/awayCommands';
import { dayAhead, problemWithAway } from '../../../src/features/acknowledgements/away/awayDay';

const TODAY = '2026-11-18';

describe('the day that somebody is away until', () => {
  for (const [text, day] of [
    ['3 December', '2026-12-03'],
    ['3rd of December', '2026-12-03'],
    ['the 3rd December 2026', '2026-12-03'],
    ['3 Dec', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['03/12', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['10 November', '2027-11-10'],
    ['tomorrow', '2026-11-19'],
    ['Friday', '2026-11-20'],
    ['next Wednesday', '2026-11-25'],
  ] as const) {
    it(`is read in "${text}"`, () => assert.equal(dayAhead(text, TODAY), day));
  }

  for (const text of ['', 'further notice', '31 February', '40 December', 'my leave ends', '2026-02-30']) {
    it(`is not read in "${text}"`, () => assert.equal(dayAhead(text, TODAY), undefined));
  }

  it('is refused where it is today, past, or more than a year away', () => {
    for (const day of [TODAY, '2026-11-17', '2020-01-01'])
      assert.match(problemWithAway(day, TODAY) ?? '', /not ahead of us/);
    assert.match(problemWithAway('2027-11-20', TODAY) ?? '', /more than a year/);
    assert.equal(problemWithAway('2027-11-18', TODAY), undefined);
    assert.equal(problemWithAway('2026-11-19', TODAY), undefined);
  });
});

describe('the commands about being away', () => {
  for (const text of [
    'away until 3 December',
    'I am away until Friday.',
    "I'm off until 3 December",
    'Away!',
  ]) {
    it(`are understood in "${text}"`, () => assert.equal(awayCommandIn(text)?.kind, 'away'));
  }
  for (const text of ['back', 'I am back', 'I’m back!', 'i am back at work']) {
    it(`are understood in "${text}"`, () => assert.equal(awayCommandIn(text)?.kind, 'back'));
  }
  for (const text of [
    'Can I post while I am away?',
    'go back',
    'my back hurts',
    'I am back from my holiday, can I post the pictures?',
    'the family is away until Friday',
  ]) {
    it(`leave "${text}" to others`, () => assert.equal(awayCommandIn(text), undefined));
  }
});
