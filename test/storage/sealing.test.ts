import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createSealing, SealBroken } from '../../src/storage/sealing';

const key = Buffer.alloc(32, 7);
const sealing = createSealing({ key, keyId: 'test-1' });

describe('sealing', () => {
  it('opens what it sealed, whatever the script', () => {
    for (const text of ['', 'Nella Nightlight', 'נלה 🌙', 'x'.repeat(10_000)]) {
      assert.equal(sealing.open(sealing.seal(text, 'case 1'), 'case 1'), text);
    }
  });

  it('seals the same text differently each time, and shows nothing of it', () => {
    const seals = [sealing.seal('Nella', 'case 1'), sealing.seal('Nella', 'case 1')];
    assert.notEqual(seals[0], seals[1]);
    assert.ok(seals.every((seal) => seal.startsWith('s1.test-1.') && !seal.includes('Nella')));
  });

  it('does not open a seal that was moved to another record', () => {
    assert.throws(() => sealing.open(sealing.seal('Nella', 'case 1'), 'case 2'), SealBroken);
  });

  it('does not open a seal in which one character was changed', () => {
    const sealed = sealing.seal('Nella', 'case 1');
    const changed = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
    assert.throws(() => sealing.open(changed, 'case 1'), SealBroken);
  });

  it('does not open what another key sealed, nor what is no seal', () => {
    const other = createSealing({ key: randomBytes(32), keyId: 'test-1' });
    for (const sealed of [
      other.seal('Nella', 'a'),
      '',
      'Nella',
      's1.test-1.',
      's1.test-1.AAAA',
      's1.old.AAAA',
    ]) {
      assert.throws(() => sealing.open(sealed, 'a'), SealBroken);
    }
  });

  it('gives one tag for one text and purpose, and another under another purpose or key', () => {
    const other = createSealing({ key: randomBytes(32), keyId: 'test-1' });
    assert.equal(sealing.tag('person 1', 'reports'), sealing.tag('person 1', 'reports'));
    assert.match(sealing.tag('person 1', 'reports'), /^[0-9a-f]{32}$/);
    const tags = [
      sealing.tag('person 1', 'reports'),
      sealing.tag('person 1', 'drafts'),
      other.tag('person 1', 'reports'),
    ];
    assert.equal(new Set(tags).size, 3);
  });

  it('refuses a key of another length and an id that would break the seal', () => {
    assert.throws(() => createSealing({ key: randomBytes(16), keyId: 'test-1' }), /32 bytes/);
    assert.throws(() => createSealing({ key, keyId: 'a.b' }), /letters/);
  });
});
