import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { StaleRow } from '../../src/storage/errors';
import { fromSafeKey, safeKey, spread } from '../../src/storage/keys';
import { Storage } from '../../src/storage/storage';
import type { Table } from '../../src/storage/table';
import { startAzurite } from '../support/azurite';

interface Thing {
  readonly text: string;
  readonly count: number;
  readonly list?: string[] | undefined;
}
const schema = z.object({ text: z.string(), count: z.number(), list: z.array(z.string()).optional() });

describe('A table', () => {
  let things: Table<Thing>;
  before(async () => {
    const { connectionString } = await startAzurite();
    things = new Storage(
      { kind: 'connection', connectionString },
      `t${randomBytes(6).toString('hex')}`,
    ).table('things', schema);
  });

  it('gives back what was put in, under keys of any characters', async () => {
    const value = { text: '${danger} <b>ü</b>', count: 1.5, list: ['a', 'b'] };
    assert.ok(await things.insert('a/b?c#d\\e!f%', 'ж/1', value));
    const stored = await things.get('a/b?c#d\\e!f%', 'ж/1');
    assert.deepEqual(stored?.value, value);
    assert.deepEqual([stored?.partition, stored?.row], ['a/b?c#d\\e!f%', 'ж/1']);
  });

  it('keeps every letter of a long row, wherever the pieces end in which it travels', async () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const long = before + '😀'.repeat(14_000);
      const value = { text: long, count: 1, list: ['’'.repeat(30_000)] };
      await things.put('long', before, value);
      const kept = (await things.get('long', before))?.value;
      assert.ok(kept?.text === long && kept.list?.[0] === value.list[0]);
    }
  });

  it('refuses a second insert, and a replacement of what was changed since', async () => {
    assert.ok(await things.insert('p', 'r', { text: 'one', count: 1 }));
    assert.equal(await things.insert('p', 'r', { text: 'two', count: 2 }), false);
    const stored = await things.get('p', 'r');
    assert.ok(stored);
    assert.ok(await things.replace(stored, { text: 'three', count: 3 }));
    assert.equal(await things.replace(stored, { text: 'four', count: 4 }), false);
    assert.equal((await things.get('p', 'r'))?.value.text, 'three');
  });

  it('loses no change when twenty make one at the same time', async () => {
    await things.put('p', 'counter', { text: '', count: 0 });
    const add = () => things.change('p', 'counter', (now) => now && { ...now, count: now.count + 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, add));
    const failed = outcomes.filter(({ status }) => status === 'rejected');
    assert.ok(failed.every((each) => (each as PromiseRejectedResult).reason instanceof StaleRow));
    assert.equal((await things.get('p', 'counter'))?.value.count, 20 - failed.length);
  });

  it('does a batch together or not at all', async () => {
    await things.put('batch', 'there', { text: 'x', count: 0 });
    const both = [
      { kind: 'insert', row: 'new', value: { text: 'n', count: 1 } },
      { kind: 'insert', row: 'there', value: { text: 'y', count: 2 } },
    ] as const;
    assert.equal(await things.batch('batch', both), false);
    assert.equal(await things.get('batch', 'new'), undefined);
    assert.ok(await things.batch('batch', [both[0]]));
  });

  it('lists a partition and nothing of another', async () => {
    for (const row of ['1', '2']) await things.put("l'ist", row, { text: row, count: 0 });
    await things.put('other', '3', { text: '3', count: 0 });
    const rows: string[] = [];
    for await (const { row } of things.list({ partition: "l'ist" })) rows.push(row);
    assert.deepEqual(rows, ['1', '2']);
  });

  it('takes the removal of what is not there for done', async () => {
    assert.ok(await things.remove('p', 'never'));
  });

  it('refuses a text that does not fit into a column', async () => {
    await assert.rejects(things.put('p', 'long', { text: 'x'.repeat(33_000), count: 0 }), /32000/);
  });
});

describe('Keys', () => {
  it('are safe for storage and come back as they were', () => {
    for (const key of ['a:1/b\\c#d?e%f!g', 'plain', '19:x@thread.tacv2;messageid=1', '\u0001']) {
      assert.doesNotMatch(safeKey(key), /[/\\#?%\u0001]/);
      assert.equal(fromSafeKey(safeKey(key)), key);
    }
  });

  it('are spread over many partitions', () => {
    const partitions = new Set(Array.from({ length: 2000 }, (_, n) => spread(String(n))));
    assert.ok(partitions.size > 250);
  });
});
