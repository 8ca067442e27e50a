import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Refused } from '../../../src/bot/outcomes';
import type { CampaignView } from '../../../src/features/acknowledgements/campaign/campaign';
import { afterNoAnswer } from '../../../src/features/acknowledgements/campaign/outage';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { FAILURES_IN_A_ROW } from '../../../src/features/acknowledgements/delivery/serviceWatch';
import { statusCard } from '../../../src/features/acknowledgements/progress/statusCard';
import { StorageUnavailable } from '../../../src/storage/errors';
import type { DueJob, JobResult } from '../../../src/jobs/jobs';
import { aCampaign, NOW } from './samples';
import { members, surroundings } from './surroundings';

type Around = Awaited<ReturnType<typeof surroundings>>;
const PEOPLE = 60;
const DOWN: Refused = { outcome: 'unavailable', code: '503' };
const job: DueJob = { key: 'campaign-1', payload: {}, attempts: 0, mayGoOn: () => true };

async function rowsOf({ parties }: Around): Promise<Recipient[]> {
  const rows: Recipient[] = [];
  for await (const { value } of parties.recipients.list('campaign-1', '0-0')) rows.push(value);
  return rows;
}

async function viewOf({ parties }: Around): Promise<CampaignView> {
  const view = await parties.campaigns.view('campaign-1');
  return view ?? assert.fail('there is no campaign');
}

const progressOf = (view: CampaignView): string => JSON.stringify(statusCard(view).content);

/** Runs the delivery when it is due. */
async function goOn(around: Around, result: JobResult): Promise<JobResult> {
  if (result === 'done') return assert.fail('it did not ask to go on');
  around.time.now = result.againAt;
  return deliver(around.parties, job);
}

async function toTheEnd(around: Around, from: JobResult): Promise<void> {
  for (let result = from; result !== 'done';) result = await goOn(around, result);
}

describe('a delivery while Teams is down', () => {
  let around: Around;
  let tries: number;

  beforeEach(async () => {
    around = await surroundings();
    around.directory.rosters.set('a', members(0, PEOPLE));
    const teams = [{ id: 'a', name: 'Team a' }];
    await around.parties.campaigns.create(aCampaign({ teams, state: 'preparing' }));
    tries = 0;
    around.messenger.script = () => {
      tries += 1;
      return DOWN;
    };
  });

  it('stops by itself, says so on the status card, and tries one person at growing intervals', async () => {
    let result = await deliver(around.parties, job);
    assert.ok(tries < PEOPLE, `${tries} tries`);
    assert.match(progressOf(await viewOf(around)), /Teams does not answer: I go on by myself when it does/);
    const waits: number[] = [];
    for (let probe = 0; probe < 7; probe++) {
      const before = tries;
      if (result !== 'done') waits.push(result.againAt.getTime() - around.time.now.getTime());
      result = await goOn(around, result);
      assert.equal(tries - before, 1);
    }
    assert.deepEqual(waits, [15_000, 30_000, 60_000, 120_000, 300_000, 300_000, 300_000]);
  });

  it('does nothing before its time comes, also when it is asked to', async () => {
    await deliver(around.parties, job);
    const before = tries;
    const result = await deliver(around.parties, job);
    assert.ok(result !== 'done' && result.againAt > around.time.now);
    assert.equal(tries, before);
  });

  it('goes on by itself when Teams answers again, and everybody gets the card once', async () => {
    const down = await goOn(around, await deliver(around.parties, job));
    around.messenger.script = () => undefined;
    await toTheEnd(around, down);
    assert.equal(around.messenger.sent.length, PEOPLE);
    assert.equal(new Set(around.messenger.sent).size, PEOPLE);
    const view = await viewOf(around);
    assert.equal(view.campaign.outage, undefined);
    assert.match(progressOf(view), /Sent to everybody who can be reached/);
  });

  it('is tried again when storage was away for the first try, and waits for nothing that will not come', async () => {
    const down = await deliver(around.parties, job);
    around.messenger.script = () => undefined;
    const person = sinon.stub(around.directory, 'person').callThrough();
    person.onFirstCall().rejects(new StorageUnavailable('get', { cause: 'away' }));
    await assert.rejects(goOn(around, down), StorageUnavailable);
    await toTheEnd(around, await deliver(around.parties, job));
    assert.equal(new Set(around.messenger.sent).size, PEOPLE);
  });

  it('fails nobody, however long Teams is away', async () => {
    let result = await deliver(around.parties, job);
    for (let probe = 0; probe < 40; probe++) result = await goOn(around, result);
    const rows = await rowsOf(around);
    assert.ok(rows.every(({ delivery, attempts }) => delivery === 'pending' && attempts <= 1));
    assert.ok(rows.filter(({ attempts }) => attempts > 0).length < FAILURES_IN_A_ROW);
  });

  it('goes on when the first answer is a refusal: a service that refuses is there', async () => {
    const down = await deliver(around.parties, job);
    around.messenger.script = (chat) =>
      chat.endsWith('p00030') ? undefined : { outcome: 'blocked', code: 'ConversationBlockedByUser' };
    await toTheEnd(around, down);
    assert.ok((await rowsOf(around)).every(({ delivery }) => delivery !== 'pending'));
  });

  it('stays with its manager: paused meanwhile it waits for them', async () => {
    const down = await deliver(around.parties, job);
    await around.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: true }));
    assert.equal(await goOn(around, down), 'done');
    assert.match(progressOf(await viewOf(around)), /Paused/);
  });
});

describe('failures of single people', () => {
  it('are no outage, however many there are with others between them', async () => {
    const around = await surroundings();
    around.directory.rosters.set('a', members(0, PEOPLE));
    const teams = [{ id: 'a', name: 'Team a' }];
    await around.parties.campaigns.create(aCampaign({ teams, state: 'preparing' }));
    around.messenger.script = (chat) => (Number(chat.slice(-2)) % 2 === 0 ? DOWN : undefined);
    await deliver(around.parties, job);
    assert.equal((await viewOf(around)).campaign.outage, undefined);
    assert.equal(around.messenger.sent.length, PEOPLE / 2);
  });
});

describe('an outage', () => {
  it('knows since when it lasts, over all its probes', () => {
    const first = afterNoAnswer(undefined, NOW);
    const later = afterNoAnswer(first, new Date(first.nextProbeAt));
    assert.equal(later.since, NOW.toISOString());
    assert.equal(later.probes, 1);
  });
});
