import assert from 'node:assert/strict';
import { Aim } from './aim';
import type { Figures } from './attack';
import type { Kill } from './botUnderFire';
import { Ledger } from './field';
import type { CampaignFigures } from './figures';
import { missedIn, missedInCampaign } from './figures';

const GOOD: Figures = {
  ...{ job: 'question', rounds: 3, wanted: 10, kills: 10, inFlight: 10, places: {}, redeliveries: 12 },
  ...{ expected: 40, lost: [], doubled: 2, unexplained: [] },
};
const GOOD_REQUEST: CampaignFigures = {
  ...{ people: 60, wanted: 3, kills: 3, inFlight: 3, mostInDoubt: 25, errors: [] },
  ...{ expected: 120, lost: [], doubled: 40, unexplained: [] },
};
const KILL: Kill = {
  plan: { requests: 1, writes: 0, when: 'after' },
  ...{ where: 'send', unanswered: ['1'], requests: 1, writes: 0, inDoubt: ['card of a'] },
};

describe('The figures of a run under fire', () => {
  it('are met when nothing is lost and every double has its kill', () => {
    assert.deepEqual(missedIn([GOOD], { rounds: 1, expected: 8, lost: [] }, []), []);
  });

  for (const [what, changes] of Object.entries<Partial<Figures>>({
    'fewer than 80 % of the kills hit work': { inFlight: 7 },
    'the bot was killed less often than wanted': { kills: 9, inFlight: 9 },
    'something is lost': { lost: ['an answer'] },
    'something is there twice without a kill': { unexplained: ['a card'] },
  })) {
    it(`are missed when ${what}`, () => {
      assert.equal(missedIn([{ ...GOOD, ...changes }], undefined, []).length, 1);
    });
  }

  it('are missed when two processes lose something or the bot logs an error', () => {
    assert.equal(missedIn([GOOD], { rounds: 1, expected: 8, lost: ['a field'] }, []).length, 1);
    assert.equal(missedIn([GOOD], undefined, ['{"level":50}']).length, 1);
  });

  it('allow a double for each kill that left it unanswered or in doubt, and no other', () => {
    for (const [key, times, unexplained] of [
      ['1', 2, 0],
      ['card of a', 2, 0],
      ['card of a', 3, 1],
      ['card of b', 2, 1],
    ] as const) {
      const ledger = new Ledger([KILL]);
      ledger.once('it', times, key);
      assert.equal(ledger.findings().unexplained.length, unexplained, `${key} ${times}`);
    }
  });
});

describe('The figures of a request under fire', () => {
  it('are met when nobody is lost and at most 25 are in flight at a kill', () => {
    assert.deepEqual(missedInCampaign(GOOD_REQUEST), []);
  });

  for (const [what, changes] of Object.entries<Partial<CampaignFigures>>({
    'the bot was killed less often than wanted': { kills: 2, inFlight: 2 },
    'fewer than 80 % of the kills hit work': { inFlight: 2 },
    'more than 25 were in flight at a kill': { mostInDoubt: 26 },
    'somebody is lost': { lost: ['somebody'] },
    'a card came twice without a kill': { unexplained: ['a card'] },
    'the bot logged an error': { errors: ['{"level":50}'] },
  })) {
    it(`are missed when ${what}`, () => {
      assert.equal(missedInCampaign({ ...GOOD_REQUEST, ...changes }).length, 1);
    });
  }
});

describe('The aim of a kill', () => {
  it('hits the request that it names', () => {
    const aim = new Aim({ requests: 2, writes: 0, when: 'before' });
    assert.deepEqual([aim.request(), aim.write(), aim.request(), aim.request()], [false, false, true, false]);
  });

  it('hits a write after the request that it names, and none before', () => {
    const aim = new Aim({ requests: 1, writes: 2, when: 'after' });
    const shots = [aim.write(), aim.request(), aim.write(), aim.request(), aim.write()];
    assert.deepEqual(shots, [false, false, false, false, true]);
  });
});
