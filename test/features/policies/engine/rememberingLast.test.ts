import assert from 'node:assert/strict';
import { fake } from 'sinon';
import { KEPT, rememberingLast } from '../../../../src/features/policies/engine/rememberingLast';

const TEXT = 'Can I post this?';
const OTHERS = Array.from({ length: KEPT }, (_, index) => `Question ${index}`);

/** A reader whose results the test gives, one by one in the order of asking. */
function slowReader() {
  const waiting: { resolve: (result: string) => void; reject: (reason: Error) => void }[] = [];
  const read = fake(
    (_text: string) => new Promise<string>((resolve, reject) => void waiting.push({ resolve, reject })),
  );
  return { remembered: rememberingLast(read), read, waiting };
}

describe('The last results of a reading', () => {
  it('are shared with whoever asks the same while it is still being read', async () => {
    const { remembered, read, waiting } = slowReader();
    const both = Promise.all([remembered(TEXT), remembered(TEXT)]);
    waiting[0]?.resolve('once');
    assert.deepEqual(await both, ['once', 'once']);
    assert.equal(read.callCount, 1);
  });

  it('are kept for as many texts as turns may wait at once and no more, the oldest goes first', async () => {
    const read = fake((text: string) => Promise.resolve(text.toUpperCase()));
    const remembered = rememberingLast(read);
    await remembered(TEXT);
    for (const other of OTHERS.slice(1)) await remembered(other);
    assert.equal(await remembered(TEXT), TEXT.toUpperCase());
    assert.equal(read.callCount, KEPT);
    for (const other of OTHERS) await remembered(other);
    await remembered(TEXT);
    assert.equal(read.args.filter(([text]) => text === TEXT).length, 2);
  });

  it('hold no failure: everybody who waited is told, and the next to ask is read again', async () => {
    const { remembered, waiting } = slowReader();
    const both = [remembered(TEXT), remembered(TEXT)];
    waiting[0]?.reject(new Error('too slow'));
    for (const each of both) await assert.rejects(each, /too slow/);
    const again = remembered(TEXT);
    waiting[1]?.resolve('read');
    assert.equal(await again, 'read');
  });

  it('stay when an earlier reading of the same words fails late', async () => {
    const { remembered, read, waiting } = slowReader();
    const first = remembered(TEXT);
    for (const other of OTHERS) void remembered(other);
    const second = remembered(TEXT);
    waiting.at(-1)?.resolve('read');
    waiting[0]?.reject(new Error('too slow'));
    await assert.rejects(first, /too slow/);
    assert.equal(await second, 'read');
    const asked = read.callCount;
    assert.equal(await remembered(TEXT), 'read');
    assert.equal(read.callCount, asked);
  });
});
