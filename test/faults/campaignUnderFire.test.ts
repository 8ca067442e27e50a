import assert from 'node:assert/strict';
import { MOST_IN_FLIGHT } from '../../src/features/acknowledgements/delivery/inFlight';
import { campaignUnderFire } from './campaignUnderFire';
import type { CampaignFigures } from './figures';
import { missedInCampaign } from './figures';

/** Enough to see it; `npm run faults` kills fifty times in a request to two thousand. */
const KILLS = 2;
const REACH = 20;
/** Few kills do not even out: each finds people left, however far it reaches and whatever is in flight then. */
const PEOPLE = KILLS * (REACH + MOST_IN_FLIGHT) + MOST_IN_FLIGHT;

describe('The bot, killed while a request is being sent', function () {
  this.timeout(360_000);
  const seed = Date.now() % 1_000_000;
  let figures: CampaignFigures;

  before(async () => {
    figures = await campaignUnderFire({
      people: PEOPLE,
      kills: KILLS,
      reach: REACH,
      seed,
      progress: () => undefined,
    });
  });

  it('is hit with work in flight', () => {
    assert.equal(figures.kills, KILLS, `seed ${seed}`);
    assert.ok(figures.inFlight >= KILLS * 0.8, `${figures.inFlight}, seed ${seed}`);
  });

  it('loses nobody', () => {
    assert.deepEqual(figures.lost, [], `seed ${seed}`);
  });

  it('sends nobody the card again beyond what was in flight', () => {
    assert.deepEqual(figures.unexplained, [], `seed ${seed}`);
    assert.ok(figures.doubled <= KILLS * MOST_IN_FLIGHT);
    assert.ok(figures.mostInDoubt <= MOST_IN_FLIGHT);
  });

  it('logs no error, and so meets its figures', () => {
    assert.deepEqual(missedInCampaign(figures), [], `seed ${seed}`);
  });
});
