import assert from 'node:assert/strict';
import { createNameSeal } from '../../src/storage/nameSeal';
import { createSealing, SealBroken } from '../../src/storage/sealing';

const old = { keyId: '2024', key: Buffer.alloc(32, 1) };
const current = { keyId: '2026', key: Buffer.alloc(32, 2) };
const [before, names] = [createNameSeal([old]), createNameSeal([current, old])];

describe('The seal of names', () => {
  it('still opens what an older key sealed, and says that it is to be sealed anew', () => {
    const sealed = before.seal('Nella', 'case 1');
    assert.equal(names.open(sealed, 'case 1'), 'Nella');
    assert.deepEqual([names.isNewest(sealed), names.isNewest(names.seal('Nella', 'case 1'))], [false, true]);
  });

  it('finds a row by each of its keys, the newest first', () => {
    const [newest, older] = names.tags('Nella', 'rows');
    assert.deepEqual([older], before.tags('Nella', 'rows'));
    assert.notEqual(newest, older);
  });

  it('gives every seal one length, so that a long name is not known by it', () => {
    const lengths = ['Bo', 'Maximiliana Longest-Nameington', '夜'.repeat(256)].map(
      (name) => names.seal(name, 'case 1').length,
    );
    assert.equal(new Set(lengths).size, 1);
  });

  it('opens neither with a key that is gone, nor for another case, nor what something else sealed', () => {
    const sealed = before.seal('Nella', 'case 1');
    const other = createSealing(current).seal('Nella', 'case 1');
    assert.throws(() => createNameSeal([current]).open(sealed, 'case 1'), SealBroken);
    assert.throws(() => names.open(sealed, 'case 2'), SealBroken);
    assert.throws(() => names.open(other, 'case 1'), SealBroken);
    assert.equal(names.made(other), false);
  });

  it('takes no two keys of one id', () => {
    assert.throws(() => createNameSeal([current, { ...old, keyId: '2026' }]), /same id/);
  });
});
