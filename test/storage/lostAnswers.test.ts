import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { StorageUnavailable } from '../../src/storage/errors';
import { Storage } from '../../src/storage/storage';
import { Table } from '../../src/storage/table';
import { startAzurite } from '../support/azurite';
import type { LossyStorage } from '../support/lossyStorage';
import { lossyStorage } from '../support/lossyStorage';

const schema = z.object({ n: z.number() });

describe('When storage did the work and its answer was lost', () => {
  let line: LossyStorage;
  let table: Table<{ n: number }>;
  before(async () => {
    line = await lossyStorage((await startAzurite()).connectionString);
    const storage = new Storage(
      { kind: 'connection', connectionString: line.connectionString },
      `t${randomBytes(6).toString('hex')}`,
    );
    table = storage.table('rows', schema);
    await table.put('p', 'first', { n: 0 });
  });
  after(() => line.close());

  const losing = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = line.lost;
    line.loseNextAnswer();
    const result = await work();
    assert.equal(line.lost, before + 1, 'no answer was lost, so nothing is shown');
    return result;
  };

  it('an insert knows its own row again', async () => {
    assert.equal(await losing(() => table.insert('p', 'inserted', { n: 1 })), true);
    assert.equal(await table.insert('p', 'inserted', { n: 2 }), false);
  });

  it('a replacement knows its own row again, and goes on from it', async () => {
    const stored = await table.get('p', 'first');
    assert.ok(stored);
    const etag = await losing(() => table.replaced(stored, { n: 5 }));
    assert.ok(etag);
    assert.equal(await table.replace({ ...stored, etag }, { n: 6 }), true);
  });

  it('a batch knows its own rows again', async () => {
    const changes = [
      { kind: 'insert', row: 'b1', value: { n: 1 } },
      { kind: 'insert', row: 'b2', value: { n: 2 } },
    ] as const;
    assert.equal(await losing(() => table.batch('q', changes)), true);
    assert.equal(await table.batch('q', changes), false);
  });
});

describe('When storage is away', () => {
  it('an operation gives up within two seconds and says so', async () => {
    const nobody =
      'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:9/a;';
    const table = new Storage({ kind: 'connection', connectionString: nobody }).table('rows', schema);
    const began = Date.now();
    await assert.rejects(table.get('p', 'r'), StorageUnavailable);
    assert.ok(Date.now() - began < 2_500);
  });

  it('a list gives up on a page that does not come, and says so', async () => {
    const line = await lossyStorage((await startAzurite()).connectionString);
    const name = `t${randomBytes(6).toString('hex')}rows`;
    const client = TableClient.fromConnectionString(line.connectionString, name, {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 0 },
    });
    await client.createTable();
    const table = new Table(() => Promise.resolve(client), schema, { operationMs: 2_000, pageMs: 100 });
    await table.put('p', 'first', { n: 1 });
    const count = async (): Promise<number> => {
      let rows = 0;
      for await (const _ of table.list({ partition: 'p' })) rows++;
      return rows;
    };
    assert.equal(await count(), 1);
    line.hang();
    await assert.rejects(count(), StorageUnavailable);
    await line.close();
  });
});
