import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { botFile, botNodeOptions } from '../src/bundle/buildBot';
import type { LocalTeams } from '../src/localTeams/localTeams';
import { startLocalTeams } from '../src/localTeams/server';
import { launchBot } from '../src/localTeams/launchBot';
import { startAzurite } from './support/azurite';
import { freePort } from './support/launcher';

const ID = '01234567-89ab-4def-8123-456789abcdef';
const TEAMS = {
  BOT_MODE: 'teams',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  BOT_DOMAIN: 'bot.example.org',
  TEAMS_APP_ID: ID,
  SECRET_BOT_PASSWORD: 'not-a-real-one',
  AZURE_STORAGE_ACCOUNT: 'policybot',
  ADMIN_OBJECT_IDS: ID,
  SECRET_SEALING_KEY: Buffer.alloc(32, 7).toString('base64'),
  SECRET_NAME_KEY: Buffer.alloc(32, 8).toString('base64'),
  SECRET_SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'der' })
    .toString('base64'),
};

/** Runs the bot's process to its end with nothing but this environment. */
function runMain(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, [...botNodeOptions, botFile], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.join('') })));
}

describe('npm start', () => {
  it('refuses to run without a mode, and points to npm run local', async () => {
    const { code, said } = await runMain({});
    assert.equal(code, 1);
    assert.match(said, /npm run local/);
  });

  it('refuses to run in Teams while a contact is an example, and names each', async () => {
    const { code, said } = await runMain(TEAMS);
    assert.equal(code, 1);
    for (const contact of ['dutyManager', 'safeguardingInHours', 'complaintsTeam'])
      assert.ok(said.includes(contact), said);
  });

  it('runs it as everything else here does', () => {
    const { scripts } = z
      .object({ scripts: z.object({ start: z.string() }) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const run = ['node', ...botNodeOptions, relative('.', botFile).replaceAll('\\', '/')].join(' ');
    assert.ok(scripts.start.endsWith(`&& ${run}`), scripts.start);
  });

  it('runs a bundle that may be moved with the folder: it names no place of this machine', () => {
    assert.ok(!readFileSync(botFile, 'utf8').includes(resolve('.')));
  });

  describe('in local mode', () => {
    let teams: LocalTeams;
    before(async () => {
      teams = await startLocalTeams();
    });
    after(() => teams.close());

    it('answers, writes no words of a person into its log, and ends well when it is asked to', async () => {
      const port = await freePort();
      const lines: string[] = [];
      const bot = await launchBot(
        {
          PATH: process.env['PATH'],
          BOT_MODE: 'local',
          BOT_ID: teams.botId,
          BOT_TENANT_ID: teams.tenantId,
          LOCAL_TEAMS_URL: teams.url,
          AZURE_STORAGE_CONNECTION_STRING: (await startAzurite()).connectionString,
          PORT: String(port),
        },
        (line) => lines.push(line),
      );
      teams.connectBot(`http://127.0.0.1:${port}`);
      await teams.person('cook').installsBot();
      assert.equal(await teams.person('cook').says('Can I post a photo of a resident?'), 200);
      await bot.stop();
      assert.equal(await bot.ended, 0);
      assert.ok(lines.join('').includes('started'));
      assert.doesNotMatch(lines.join(''), /photo|resident|Crispin/);
    });
  });
});
