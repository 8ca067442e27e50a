import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentFolder } from '../../../../src/features/policies/policy';
import { makePlainWords } from '../../../../src/features/policies/sentQuestions/build/makePlainWords';
import { pack, unpack } from '../../../../src/features/policies/sentQuestions/frontCoded';
import {
  PLAIN_WORDS_FILE,
  plainWordsOf,
  readPlainWords,
} from '../../../../src/features/policies/sentQuestions/plainWords';

describe('The list of words that may be sent', () => {
  const plain = readPlainWords(contentFolder);

  it('is fresh (npm run policy:words mends it)', async () => {
    const file = readFileSync(join(contentFolder, PLAIN_WORDS_FILE), 'utf8');
    const made = await makePlainWords(contentFolder);
    assert.ok(file === made, 'npm run policy:words was not run after the last change');
  });

  it('holds the words of everyday, of the policy and of its examples', () => {
    for (const word of ['photo', 'colour', 'resident', 'whatsapp', 'safeguarding', 'carer', 'selfie'])
      assert.ok(plain.has(word), word);
  });

  it('holds no first name, no surname, no place, no day', () => {
    for (const word of ['rose', 'grace', 'mark', 'dawn', 'dawns', 'hodgson', 'barrow', 'kendal', 'sunday'])
      assert.ok(!plain.has(word), word);
  });

  it('does not take a word for one that only begins like it', () => {
    const few = plainWordsOf(['car', 'care', 'carer']);
    assert.deepEqual(
      ['ca', 'car', 'carer', 'carers', '', 'z', 'car\ncare'].filter((word) => few.has(word)),
      ['car', 'carer'],
    );
  });

  it('is packed without loss, also where words share more letters than one sign can say', () => {
    const words = ['a', 'ab', 'abc', `${'x'.repeat(60)}y`, `${'x'.repeat(60)}z`];
    assert.deepEqual(unpack(pack(words)), words);
  });

  describe('made from other content', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'content-'));
      cpSync(contentFolder, folder, { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    const made = async () => plainWordsOf(unpack(await makePlainWords(folder)));

    it('does not take in a name that the example bank has', async () => {
      write('examples/one.txt', 'can kasia post\ncan Qwertzy post\n');
      write('examples/two.txt', 'kasia asked\nqwertzy asked\n');
      write('examples/three.txt', 'qwertzy asked\n');
      const words = await made();
      assert.deepEqual([words.has('kasia'), words.has('qwertzy')], [false, false]);
    });

    it('takes in a word of no dictionary when two files of examples have it', async () => {
      write('examples/one.txt', 'can I post on zzyzxgram\nor on onlyhere\n');
      write('examples/two.txt', 'is zzyzxgram private\n');
      const words = await made();
      assert.deepEqual([words.has('zzyzxgram'), words.has('onlyhere')], [true, false]);
    });

    it('is refused with the words that stand in two reviewed lists', async () => {
      const file = readFileSync(join(folder, 'redaction.json'), 'utf8');
      write('redaction.json', file.replace('"ours": {', '"ours": { "wrong": "kendal keswick",'));
      await assert.rejects(() => makePlainWords(folder), /keswick/);
    });
  });
});
