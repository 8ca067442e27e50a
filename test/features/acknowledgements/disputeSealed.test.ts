import assert from 'node:assert/strict';
import { Chain } from '../../../src/features/acknowledgements/evidence/chain';
import { eraseRecordsOf } from '../../../src/features/acknowledgements/evidence/erasing';
import { OlderRecords } from '../../../src/features/acknowledgements/evidence/olderRecords';
import { seal } from '../../../src/features/acknowledgements/evidence/sealing';
import { Unsealed } from '../../../src/features/acknowledgements/evidence/unsealed';
import { recordSchema } from '../../../src/features/acknowledgements/asked/record';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import type { Records } from './provingRecords';
import { job as sealing, linesOf, personOf, records, verified } from './provingRecords';
import { confirms, create, delivered, job, rowsOf } from './requests';
import { aRecord } from './samples';
import { members } from './surroundings';

const paper = {
  campaign: 'campaign-1',
  part: '0-0',
  person: 'p00000',
  signedOn: '2026-11-22',
  witness: 'Wanda Witness',
};
const ids = { campaign: 'campaign-1', part: '0-0' };

async function signed(): Promise<Feature> {
  const made = await delivered(members(0, 2));
  assert.match(wordsOf(await made.presses('manager-1', 'recordPaper', paper)), /Recorded/);
  return made;
}

describe('somebody’s word that they did not sign', () => {
  it('is a record of its own kind, once, that is sealed beside the paper', async () => {
    const made = await signed();
    made.time.now = new Date(made.time.now.getTime() + 60_000);
    for (const _ of [1, 2]) await made.presses('p00000', 'notSigned', ids);
    const all = await made.evidence.allOf('p00000');
    assert.deepEqual(
      all.map(({ dispute }) => dispute?.signedOn),
      ['2026-11-22', undefined],
    );
    assert.equal(all[0]?.receipt, all[1]?.receipt);
    const row = (await rowsOf(made)).get('p00000');
    assert.equal(row?.paper?.disputedAt, all[0]?.at);
    const { storage, clock } = made.parties;
    const sealer = {
      chain: new Chain(storage),
      evidence: made.evidence,
      unsealed: new Unsealed(storage),
      clock,
    };
    await seal(sealer, sealing());
    const texts: string[] = [];
    for await (const { record } of sealer.chain.upTo(9)) texts.push(record?.text ?? '');
    assert.equal(texts.length, 2);
    assert.match(texts.join('\n'), /"dispute":\{"signedOn":"2026-11-22"\}/);
    assert.match(texts.join('\n'), /I did not sign the paper/);
    assert.deepEqual(await sealer.unsealed.some(9), []);
    await eraseRecordsOf(sealer, 'p00000');
    assert.deepEqual(await made.evidence.allOf('p00000'), []);
  });

  it('is told in their own records', async () => {
    const made = await signed();
    await made.presses('p00000', 'notSigned', ids);
    const own = (await made.says('p00000', 'my_acknowledgements')).texts[0] ?? '';
    assert.match(own, /recorded as signed on paper.*You told me that you did not sign it/);
    assert.equal(own.match(/Receipt number/g)?.length, 1);
  });

  it('leaves nothing for somebody without a paper', async () => {
    const made = await signed();
    assert.match(wordsOf(await made.presses('p00001', 'notSigned', ids)), /Nothing is recorded here/);
    assert.deepEqual(await made.evidence.allOf('p00001'), []);
  });
});

describe('a signature on paper and a second request', () => {
  it('counts there too, marked as on paper, whichever comes first', async () => {
    const made = await signed();
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    const row = (await rowsOf(made, 'second')).get('p00000');
    assert.deepEqual([row?.delivery, row?.paper?.signedOn], ['onPaper', '2026-11-22']);
    await made.presses('manager-1', 'recordPaper', { ...paper, person: 'p00001' });
    assert.equal((await rowsOf(made, 'second')).get('p00001')?.delivery, 'onPaper');
  });

  it('counts no more in either when the person did not sign, and their own confirmation does', async () => {
    const made = await signed();
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    await create(made, { id: 'third' });
    await deliver(made.parties, job('third'));
    await made.presses('p00000', 'notSigned', ids);
    for (const id of ['campaign-1', 'second', 'third'])
      assert.ok((await rowsOf(made, id)).get('p00000')?.paper?.disputedAt, id);
    assert.match(wordsOf(await confirms(made, 'p00000')), /Thank you/);
    for (const id of ['campaign-1', 'second', 'third'])
      assert.ok((await rowsOf(made, id)).get('p00000')?.acknowledgedAt, id);
  });

  it('is found by its record where the request that asked is gone', async () => {
    const made = await signed();
    const version = (await made.parties.campaigns.get('campaign-1')) ?? assert.fail();
    await made.parties.claims.takeOver(
      version,
      'p00000',
      { campaignId: 'campaign-1', partId: '0-0' },
      { campaignId: 'gone', partId: '0-0' },
    );
    await create(made, { id: 'second' });
    await deliver(made.parties, job('second'));
    assert.equal((await rowsOf(made, 'second')).get('p00000')?.delivery, 'onPaper');
  });
});

describe('records from before there was a chain', () => {
  /** As they were written then: nobody announced them. */
  async function older(count: number): Promise<Records> {
    const made = await records();
    const rows = made.parties.storage.table('evidence', recordSchema);
    for (let index = 0; index < count; index++) {
      const record = aRecord({ personId: personOf(index), receipt: `R-${index}` });
      await rows.insert(record.personId, `sample:2:${'ab'.repeat(32)}`, record);
    }
    return made;
  }
  const withOlder = (made: Records) => {
    const { unsealed, evidence } = made.sealer;
    return { ...made.sealer, older: new OlderRecords(made.parties.storage, evidence, unsealed) };
  };

  it('are sealed by the job, some at a time, once', async () => {
    const made = await older(450);
    await made.evidence.add(aRecord({ personId: 'zoe' }));
    await seal(withOlder(made), sealing());
    assert.equal((await made.sealer.chain.head()).count, 451);
    assert.equal(verified(await linesOf(made), made.publicKey).count, 451);
    await seal(withOlder(made), sealing());
    assert.equal((await made.sealer.chain.head()).count, 451);
    assert.deepEqual(await made.sealer.unsealed.some(9), []);
  });

  it('are all sealed although the work was cut short in between', async () => {
    const made = await older(250);
    await withOlder(made).older.putDownSome();
    await seal(withOlder(made), sealing());
    assert.equal((await made.sealer.chain.head()).count, 250);
  });
});
