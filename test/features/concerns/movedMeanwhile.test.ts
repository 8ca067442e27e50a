import assert from 'node:assert/strict';
import type { ConcernsDeps } from '../../../src/features/concerns';
import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import { CHANNEL_MOVE, channelMoveJob } from '../../../src/features/concerns/handOff/channelMove';
import { handOffWaiting } from '../../../src/features/concerns/handOff/handOff';
import { scheduleHandOff } from '../../../src/features/concerns/handOff/scheduling';
import { createLog } from '../../../src/log';
import { freshStorage } from '../../support/freshStorage';
import { FakeClock } from '../../support/fakeClock';
import { aCase, AT } from './aCase';

describe('a report that is on its way while the channel for concerns is changed', () => {
  let cases: CaseStore;
  let deps: ConcernsDeps;
  let scheduled: string[];
  let posts: string[];
  /** What happens while the next card is on its way. */
  let meanwhile: () => Promise<unknown>;
  /** What happens when the channel is next looked up after a card was posted. */
  let lookedUp: () => Promise<unknown>;
  const channel = { now: 'before' };

  beforeEach(async () => {
    const storage = await freshStorage();
    [scheduled, posts, channel.now] = [[], [], 'before'];
    meanwhile = lookedUp = () => Promise.resolve();
    const directory = {
      concernsChannel: async () => {
        const happens = posts.length > 0 ? lookedUp : () => Promise.resolve();
        if (posts.length > 0) lookedUp = () => Promise.resolve();
        await happens();
        return { team: { serviceUrl: 'http://teams.example/' }, channelId: channel.now };
      },
    };
    const messenger = {
      post: async ({ channelId }: { channelId: string }) => {
        posts.push(channelId);
        await meanwhile();
        meanwhile = () => Promise.resolve();
        return { outcome: 'sent', activityId: `card-${posts.length}`, conversationId: channelId };
      },
      remove: () => Promise.resolve({ outcome: 'done' }),
    };
    const jobs = {
      schedule: (kind: string) => Promise.resolve(void scheduled.push(kind)),
      cancel: () => Promise.resolve(),
    };
    const [clock, log] = [new FakeClock(), createLog('silent')];
    deps = { storage, directory, messenger, jobs, clock, log } as unknown as ConcernsDeps;
    cases = new CaseStore(storage);
    await cases.create('moving', aCase, { what: 'received', at: AT });
    await scheduleHandOff(deps, 'moving');
  });

  it('follows it to the new one', async () => {
    meanwhile = async () => {
      channel.now = 'after';
      await channelMoveJob(deps, cases);
    };
    await handOffWaiting(deps, cases);
    assert.ok(scheduled.includes(CHANNEL_MOVE));
    await channelMoveJob(deps, cases);
    assert.equal(await handOffWaiting(deps, cases), undefined);
    assert.deepEqual(posts, ['before', 'after']);
    assert.equal((await cases.get('moving'))?.handOff.channel?.channelId, 'after');
  });

  it('does not count as handed over when it is put down again in this very moment', async () => {
    // Between the word that it stands in the channel and the end of its waiting.
    lookedUp = async () => {
      channel.now = 'after';
      await channelMoveJob(deps, cases);
    };
    await handOffWaiting(deps, cases);
    await handOffWaiting(deps, cases);
    assert.deepEqual(posts, ['before', 'after']);
  });

  it('is handed over also where its net was laid long before by a sending that was cut short', async () => {
    await scheduleHandOff(deps, 'late');
    (deps.clock as FakeClock).advance(11 * 60_000);
    await scheduleHandOff(deps, 'late');
    // A round between the net of the second sending and its case.
    await handOffWaiting(deps, cases);
    await cases.create('late', aCase, { what: 'received', at: AT });
    await handOffWaiting(deps, cases);
    assert.equal((await cases.get('late'))?.handOff.state, 'posted');
  });
});
