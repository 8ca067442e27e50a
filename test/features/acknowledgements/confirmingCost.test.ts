import assert from 'node:assert/strict';
import { startAzurite } from '../../support/azurite';
import { StorageCounter } from '../../bench/storageCounter';
import type { Feature } from './handlers';
import { feature, wordsOf } from './handlers';
import { aCampaign, aRecipient, samplePolicy } from './samples';

const { number: versionNumber, hash: versionHash } = samplePolicy.version;
const pressed = { campaign: 'campaign-1', part: '0-0', versionNumber, versionHash };

describe('a confirmation', () => {
  let counter: StorageCounter;
  let asked: Feature;

  before(async () => {
    counter = await StorageCounter.open((await startAzurite()).connectionString);
  });
  beforeEach(async () => {
    asked = await feature({}, counter.connectionString);
    const { campaigns, recipients } = asked.parties;
    await campaigns.create(aCampaign());
    const rows = ['p0', 'p1'].map((personId) => aRecipient({ personId, delivery: 'delivered' }));
    await recipients.add('campaign-1', '0-0', rows);
    // The tables of a confirmation are made by the first one.
    await asked.presses('p0', 'confirm', pressed);
    counter.reset();
  });
  after(() => counter.close());

  it('asks storage five times: the request, the row, what is to be sealed, the record, the row again', async () => {
    assert.match(wordsOf(await asked.presses('p1', 'confirm', pressed)), /Receipt number/);
    assert.equal(counter.requests, 5);
    assert.equal(counter.conflicts, 0);
  });

  it('pressed twice at once makes one record, and both presses show its receipt', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => asked.presses('p1', 'confirm', pressed)));
    assert.equal(new Set(replies.map(wordsOf)).size, 1);
    assert.match(wordsOf(replies[0] as (typeof replies)[0]), /Receipt number/);
    assert.equal((await asked.evidence.allOf('p1')).length, 1);
    const row = await asked.parties.recipients.get('campaign-1', '0-0', 'p1');
    assert.equal(row?.receipt, (await asked.evidence.allOf('p1'))[0]?.receipt);
  });

  it('keeps the first record where a crash came before the row was written', async () => {
    await asked.presses('p1', 'confirm', pressed);
    const [first] = await asked.evidence.allOf('p1');
    await asked.parties.recipients.change('campaign-1', '0-0', 'p1', (row) => ({
      ...row,
      acknowledgedAt: undefined,
      receipt: undefined,
    }));
    asked.time.now = new Date(asked.time.now.getTime() + 60_000);
    await asked.presses('p1', 'confirm', pressed);
    const row = await asked.parties.recipients.get('campaign-1', '0-0', 'p1');
    assert.equal(row?.acknowledgedAt, first?.at);
    assert.deepEqual(await asked.evidence.allOf('p1'), [first]);
  });
});
