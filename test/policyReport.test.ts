import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_STORAGE_FILE } from '../src/config';
import { createSentQuestionStore } from '../src/features/policies/sentQuestions/sentQuestionStore';
import { Storage } from '../src/storage/storage';
import { startAzurite } from './support/azurite';

/** Runs `npm run policy:report` to its end with nothing but this environment. */
function run(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/policyReport.ts'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.join('') })));
}

describe('npm run policy:report', () => {
  let dataDir: string;
  let connectionString: string;
  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'report-'));
    ({ connectionString } = await startAzurite());
    const store = createSentQuestionStore(new Storage({ kind: 'connection', connectionString }));
    const texts = ['can I use chatgpt for notes', 'is chatgpt ok for notes', 'may we use chatgpt for notes'];
    for (const [at, text] of texts.entries())
      await store.keep(`row-${at}`, { text, week: '2026-W47', clauses: ['P6'] });
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  it('prints what is in the storage that the environment names', async () => {
    const { code, said } = await run({ AZURE_STORAGE_CONNECTION_STRING: connectionString });
    assert.equal(code, 0, said);
    assert.match(said, /3 questions much alike/);
  });

  it('finds the storage of npm run local by itself', async () => {
    writeFileSync(join(dataDir, LOCAL_STORAGE_FILE), connectionString);
    const { code, said } = await run({ DATA_DIR: dataDir });
    assert.equal(code, 0, said);
    assert.match(said, /3 questions much alike/);
  });

  it('says what to do when nothing names a storage', async () => {
    const { code, said } = await run({ DATA_DIR: join(dataDir, 'nothing-here') });
    assert.equal(code, 1);
    assert.match(said, /AZURE_STORAGE_CONNECTION_STRING[\s\S]*npm run local/);
  });

  it('says so when storage does not answer', async () => {
    const away = connectionString.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:1');
    const { code, said } = await run({ AZURE_STORAGE_CONNECTION_STRING: away });
    assert.equal(code, 1);
    assert.match(said, /Storage does not answer/);
  });

  it('names a key that is wrong', async () => {
    const { code, said } = await run({ AZURE_STORAGE_ACCOUNT: 'Not An Account' });
    assert.equal(code, 1);
    assert.match(said, /AZURE_STORAGE_ACCOUNT: must be the name of a storage account/);
  });
});
