import assert from 'node:assert/strict';
import type { FaultResults } from './figures';
import { runFaults } from './runFaults';

/** Enough to hit each job in the middle; `npm run faults` kills as often as is wanted. */
const KILLS = 2;
const PAIRS = 3;

describe('The bot, killed in the middle of each job', function () {
  this.timeout(480_000);
  let results: FaultResults;

  before(async () => {
    results = await runFaults({
      kills: KILLS,
      pairs: PAIRS,
      seed: Date.now() % 1_000_000,
      progress: () => undefined,
    });
  });

  it('is hit with work in flight, in each job', () => {
    for (const { job, kills, inFlight } of results.jobs) {
      assert.equal(kills, KILLS, job);
      assert.ok(inFlight >= kills * 0.8, `${job}: ${inFlight} of ${kills}, seed ${results.seed}`);
    }
  });

  it('loses no answer, no confirmation, no report and no step of one', () => {
    for (const { job, lost } of results.jobs) assert.deepEqual(lost, [], `${job}, seed ${results.seed}`);
  });

  it('repeats only what a kill left in doubt', () => {
    for (const { job, unexplained } of results.jobs)
      assert.deepEqual(unexplained, [], `${job}, seed ${results.seed}`);
  });

  it('keeps every field and answers once when two processes work on one conversation at once', () => {
    assert.equal(results.twoProcesses?.rounds, PAIRS);
    assert.deepEqual(results.twoProcesses?.lost, []);
  });

  it('logs no error', () => {
    assert.deepEqual(results.errors, []);
  });
});
