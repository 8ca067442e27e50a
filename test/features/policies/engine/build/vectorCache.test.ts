import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fake } from 'sinon';
import { withVectorCache } from '../../../../../src/features/policies/engine/build/vectorCache';

describe('the vectors of an earlier build', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    file = join(folder, 'cache', 'vectors.jsonl');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** A build with its own count of the texts that it had to encode. */
  function startBuild() {
    const encode = fake((text: string) => Promise.resolve(Float32Array.of(text.length, 0.1, -1 / 3)));
    return { encode, cached: withVectorCache({ encode }, file) };
  }

  async function build(...texts: string[]): Promise<string[]> {
    const { encode, cached } = startBuild();
    for (const text of texts) await cached.encode(text);
    cached.save();
    return encode.args.map(([text]) => text);
  }

  it('are found again, to the last bit, and nothing is encoded twice', async () => {
    await build('one');
    const { encode, cached } = startBuild();
    assert.deepEqual(await cached.encode('one'), Float32Array.of(3, 0.1, -1 / 3));
    assert.equal(encode.callCount, 0);
  });

  it('are made for the lines that are new', async () => {
    await build('one');
    assert.deepEqual(await build('one', 'two', 'two'), ['two']);
  });

  it('go when their line is gone', async () => {
    await build('one', 'two');
    await build('two');
    assert.equal(readFileSync(file, 'utf8').split('\n').filter(Boolean).length, 1);
    assert.deepEqual(await build('one', 'two'), ['one']);
  });

  it('stay when a build is refused before it reads anything', async () => {
    await build('one');
    await build();
    assert.deepEqual(await build('one'), []);
  });

  it('are made again when the file is lost', async () => {
    await build('one');
    rmSync(file);
    assert.deepEqual(await build('one'), ['one']);
  });

  it('are kept apart for texts with line ends, quotation marks and other letters', async () => {
    const texts = ['a\nb', '"a"', 'ałe 🎉'];
    await build(...texts);
    assert.deepEqual(await build(...texts), []);
  });

  it('stay when a build is cut short, but for one that was half written', async () => {
    const { cached } = startBuild();
    for (const text of ['one', 'two', 'three']) await cached.encode(text);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -10));
    const next = startBuild();
    for (const text of ['four', 'one', 'two', 'three']) await next.cached.encode(text);
    assert.deepEqual(next.encode.args, [['four'], ['three']]);
    assert.deepEqual(await build('one', 'two', 'three', 'four'), []);
  });
});
