import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { Chain } from '../../../src/features/acknowledgements/evidence/chain';
import { HEADS_CONTAINER, writeDailyHead } from '../../../src/features/acknowledgements/evidence/dailyHead';
import { seal } from '../../../src/features/acknowledgements/evidence/sealing';
import { readHeads } from '../../../src/features/acknowledgements/evidence/verifiedHeads';
import { StorageUnavailable } from '../../../src/storage/errors';
import type { Records } from './provingRecords';
import { confirmed, job, linesOf, MANAGER, records, sealedFile, verified } from './provingRecords';

const writer = ({ source, parties, sealer }: Records) => ({
  ...source,
  storage: parties.storage,
  chain: sealer.chain,
});

/** What the container holds, by name. */
async function heads({ parties }: Records): Promise<Map<string, string>> {
  const container = await parties.storage.container(HEADS_CONTAINER);
  const found = new Map<string, string>();
  for await (const { name } of container.listBlobsFlat()) {
    found.set(name, (await container.getBlobClient(name).downloadToBuffer()).toString('utf8'));
  }
  return found;
}

describe('the daily head of the chain', () => {
  it('is written once a day, and what is there is never overwritten', async () => {
    const made = await records();
    await sealedFile(made);
    await writeDailyHead(writer(made));
    const [first] = (await heads(made)).values();
    await confirmed(made, 'manager-3', ['later']);
    await seal(made.sealer, job());
    assert.deepEqual(await writeDailyHead(writer(made)), { againAt: new Date('2026-11-23T00:00:00.000Z') });
    assert.deepEqual([...(await heads(made))], [['2026-11-22.json', first]]);
    made.time.now = new Date('2026-11-23T00:00:01.000Z');
    await writeDailyHead(writer(made));
    assert.deepEqual([...(await heads(made)).keys()], ['2026-11-22.json', '2026-11-23.json']);
  });

  it('is what the check takes, the days one after another in a file', async () => {
    const made = await records();
    await sealedFile(made);
    await writeDailyHead(writer(made));
    made.time.now = new Date('2026-11-23T10:00:00.000Z');
    await confirmed(made, 'manager-3', ['later']);
    await seal(made.sealer, job());
    await writeDailyHead(writer(made));
    const file = readHeads([...(await heads(made)).values()].join(''));
    const key = createPublicKey(made.source.signing.publicKeyPem);
    assert.equal(verified(await linesOf(made, MANAGER), key, file).headsSeen, 2);
    assert.throws(() => readHeads('{"kind":"head"}'), /Line 1 of the daily heads/);
  });

  it('follows the day in London, also when the clocks change', async () => {
    const made = await records();
    made.time.now = new Date('2027-03-27T23:30:00.000Z');
    assert.deepEqual(await writeDailyHead(writer(made)), { againAt: new Date('2027-03-28T00:00:00.000Z') });
    made.time.now = new Date('2027-03-28T00:00:00.000Z');
    assert.deepEqual(await writeDailyHead(writer(made)), { againAt: new Date('2027-03-28T23:00:00.000Z') });
    assert.deepEqual([...(await heads(made)).keys()], ['2027-03-27.json', '2027-03-28.json']);
  });

  it('is tried again when storage is away', async () => {
    const made = await records();
    const away = Object.assign(new Chain(made.parties.storage), {
      head: () => Promise.reject(new StorageUnavailable('test', { cause: undefined })),
    });
    await assert.rejects(writeDailyHead({ ...writer(made), chain: away }), StorageUnavailable);
    assert.equal((await heads(made)).size, 0);
  });
});
