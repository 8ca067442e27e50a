import assert from 'node:assert/strict';
import { intended, sum } from '../../../src/features/acknowledgements/campaign/counts';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import type { DueJob } from '../../../src/jobs/jobs';
import { StorageUnavailable } from '../../../src/storage/errors';
import { aCampaign } from './samples';
import { members, surroundings } from './surroundings';

const job = (mayGoOn = () => true): DueJob => ({ key: 'campaign-1', payload: {}, attempts: 0, mayGoOn });

async function begun(people: number) {
  const around = await surroundings();
  around.directory.rosters.set('a', members(0, people));
  await around.parties.campaigns.create(aCampaign({ teams: [{ id: 'a', name: 'A' }], state: 'preparing' }));
  return around;
}

async function countsOf({ parties }: Awaited<ReturnType<typeof surroundings>>) {
  return sum(((await parties.campaigns.view('campaign-1'))?.parts ?? []).map((part) => part.counts));
}

/** Storage that fails from a certain write on, as if the process had died there; new rows half written. */
class DyingRecipients extends Recipients {
  private writes = 0;
  diesAt = Infinity;

  override async add(...[campaignId, partId, recipients]: Parameters<Recipients['add']>): Promise<void> {
    if (this.dies()) await super.add(campaignId, partId, recipients.slice(0, 100));
    this.perish();
    await super.add(campaignId, partId, recipients);
  }

  override async changeTogether(...args: Parameters<Recipients['changeTogether']>): Promise<void> {
    this.dies();
    this.perish();
    await super.changeTogether(...args);
  }

  private dies(): boolean {
    this.writes += 1;
    return this.writes >= this.diesAt;
  }

  private perish(): void {
    if (this.writes >= this.diesAt) throw new StorageUnavailable('test', { cause: undefined });
  }
}

describe('the delivery of a request that is cut short', () => {
  it('told to stop, stops, and goes on later with who has no card yet', async () => {
    const around = await begun(100);
    const stop = { after: 40 };
    const result = await deliver(
      around.parties,
      job(() => around.messenger.sent.length < stop.after),
    );
    assert.notEqual(result, 'done');
    assert.ok(around.messenger.sent.length < 40 + MOST_IN_FLIGHT);
    assert.equal(await deliver(around.parties, job()), 'done');
    assert.equal(new Set(around.messenger.sent).size, 100);
    assert.equal(around.messenger.sent.length, 100);
  });

  it('dead between send and record, repeats at most what was under way and loses nobody', async () => {
    for (const diesAt of [2, 3, 4]) {
      const around = await begun(100);
      const dying = new DyingRecipients(around.parties.storage);
      dying.diesAt = diesAt;
      await assert.rejects(deliver({ ...around.parties, recipients: dying }, job()), StorageUnavailable);
      assert.equal(await deliver(around.parties, job()), 'done');
      assert.equal(new Set(around.messenger.sent).size, 100);
      assert.ok(around.messenger.sent.length <= 100 + MOST_IN_FLIGHT, `${around.messenger.sent.length} sent`);
      assert.equal((await countsOf(around)).delivered, 100);
    }
  });

  it('dead while the rows are written, gives nobody two rows although the roster changed', async () => {
    const around = await begun(250);
    const dying = new DyingRecipients(around.parties.storage);
    around.directory.rosters.set('b', members(300, 50));
    dying.diesAt = 1;
    const twoTeams = aCampaign({
      id: 'two',
      state: 'preparing',
      teams: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    });
    await around.parties.campaigns.create(twoTeams);
    await assert.rejects(deliver({ ...around.parties, recipients: dying }, { ...job(), key: 'two' }));
    around.directory.rosters.set('a', members(50, 270));
    await deliver(around.parties, { ...job(), key: 'two' });
    assert.equal(new Set(around.messenger.sent).size, around.messenger.sent.length);
    const parts = (await around.parties.campaigns.view('two'))?.parts ?? [];
    assert.equal(intended(sum(parts.map((part) => part.counts))), 350);
  });

  it('does not send again because storage blinked while recording', async () => {
    const around = await begun(5);
    const dying = new DyingRecipients(around.parties.storage);
    const changeTogether = dying.changeTogether.bind(dying);
    const blinks = { left: 2 };
    dying.changeTogether = (...args) =>
      blinks.left-- > 0
        ? Promise.reject(new StorageUnavailable('test', { cause: undefined }))
        : changeTogether(...args);
    assert.equal(await deliver({ ...around.parties, recipients: dying }, job()), 'done');
    assert.equal(around.messenger.sent.length, 5);
  });
});
