import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser';

describe('finding a browser for the tests', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'browsers-'));
    await writeFile(join(folder, 'chromium'), '');
    await chmod(join(folder, 'chromium'), 0o755);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes the one that CHROME_PATH names before any other', () => {
    const named = join(folder, 'chromium');
    assert.deepEqual(findBrowser({ CHROME_PATH: named, PATH: '' }), { executablePath: named, env: {} });
  });

  it('says so when CHROME_PATH names none, and takes no other', () => {
    assert.throws(
      () => findBrowser({ CHROME_PATH: join(folder, 'none'), PATH: folder }),
      /CHROME_PATH names/,
    );
  });

  it('takes one that is on the machine before its own', () => {
    assert.equal(findBrowser({ PATH: folder }).executablePath, join(folder, 'chromium'));
  });
});
