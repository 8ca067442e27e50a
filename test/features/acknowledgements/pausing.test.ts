import assert from 'node:assert/strict';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import { wordsOf } from './handlers';
import { countsOf, delivered, holdsFrom, job, pressed, runDeliveries, written } from './requests';
import { members } from './surroundings';

describe('pausing a request', () => {
  it('stops the sending under way, keeps who waits as pending, and goes on when it is resumed', async () => {
    const made = await written(members(0, 200));
    made.messenger.script = holdsFrom(60, () => made.presses('manager-1', 'pause', pressed));
    assert.equal(await deliver(made.parties, job()), 'done');
    const first = made.messenger.sent.length;
    assert.ok(first >= 60 && first <= 60 + 2 * MOST_IN_FLIGHT, `${first} sent`);
    assert.equal((await countsOf(made)).pending, 200 - first);
    assert.match(
      wordsOf(await made.presses('manager-1', 'refresh', pressed)),
      /Paused: .*press Resume.*"Resume"/,
    );
    made.messenger.script = () => undefined;
    await made.presses('manager-1', 'resume', pressed);
    await runDeliveries(made);
    assert.equal(new Set(made.messenger.sent).size, 200);
    assert.equal(made.messenger.sent.length, 200);
  });

  it('holds back also what a restart or another piece of work would send', async () => {
    const made = await written(members(0, 5));
    await made.presses('manager-1', 'pause', pressed);
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.deepEqual(made.messenger.sent, []);
  });

  it('is no use when everybody has the request, and says so', async () => {
    const made = await delivered(members(0, 2));
    assert.match(wordsOf(await made.presses('manager-1', 'pause', pressed)), /nothing to pause/);
  });

  it('and resuming twice sends to nobody twice', async () => {
    const made = await written(members(0, 5));
    await made.presses('manager-1', 'pause', pressed);
    for (const again of [1, 2]) await made.presses('manager-1', 'resume', { ...pressed, again });
    await runDeliveries(made);
    await runDeliveries(made);
    assert.equal(made.messenger.sent.length, 5);
  });

  it('resumed by a press that was cut off before the sending was put down, is resumed by the next', async () => {
    const made = await written(members(0, 5));
    await made.presses('manager-1', 'pause', pressed);
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: undefined }));
    made.scheduled.length = 0;
    await made.presses('manager-1', 'resume', pressed);
    await runDeliveries(made);
    assert.equal(made.messenger.sent.length, 5);
  });
});
