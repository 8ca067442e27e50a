import assert from 'node:assert/strict';
import { createKeyRing, KeyNotHere } from '../../src/storage/keyRing';
import { createSealing, SealBroken } from '../../src/storage/sealing';

const old = { keyId: 'files-2024', key: Buffer.alloc(32, 1) };
const current = { keyId: 'files-2026', key: Buffer.alloc(32, 2) };
const [before, files] = [createKeyRing([old], 'files'), createKeyRing([current, old], 'files')];

describe('Several keys for one thing', () => {
  it('seal with the newest, and open what each of them sealed', () => {
    const [earlier, now] = [before.seal('a key', 'file 1'), files.seal('a key', 'file 1')];
    assert.deepEqual([files.open(earlier, 'file 1'), files.open(now, 'file 1')], ['a key', 'a key']);
    assert.deepEqual([files.isNewest(earlier), files.isNewest(now)], [false, true]);
    assert.match(now, /^s1\.files-2026\./);
  });

  it('open what was sealed with one of them before there were several', () => {
    assert.equal(files.open(createSealing(old).seal('a key', 'file 1'), 'file 1'), 'a key');
  });

  it('tell a key that is not here from a seal that is broken', () => {
    const sealed = before.seal('a key', 'file 1');
    assert.throws(() => createKeyRing([current], 'files').open(sealed, 'file 1'), KeyNotHere);
    const isBroken = (error: unknown): boolean =>
      error instanceof SealBroken && !(error instanceof KeyNotHere);
    assert.throws(() => files.open(sealed, 'file 2'), isBroken);
    const forged = { ...old, key: Buffer.alloc(32, 3) };
    assert.throws(() => createKeyRing([forged], 'files').open(sealed, 'file 1'), isBroken);
  });

  it('are at least one, each with an id of its own', () => {
    assert.throws(() => createKeyRing([], 'files'), /no key for files/);
    assert.throws(() => createKeyRing([current, { ...old, keyId: current.keyId }], 'files'), /same id/);
  });
});
