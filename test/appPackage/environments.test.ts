import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const peopleFile = join(__dirname, '../../src/localTeams/people.json');
const peopleSchema = z.object({ tenantId: z.string(), bot: z.object({ id: z.string(), appId: z.string() }) });
const folder = join(__dirname, '../../env');
const names = readdirSync(folder).filter((name) => /^\.env\.[a-z]+$/.test(name));

describe('The environment files', () => {
  it('are there for one machine, a trial and the real thing', () => {
    assert.deepEqual(names.sort(), ['.env.dev', '.env.local', '.env.production']);
  });

  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');

    it(`${name} holds no secret`, () => {
      const secrets = Object.keys(parseEnv(text)).filter((key) =>
        /SECRET|PASSWORD|CONNECTION_STRING|_KEY$/.test(key),
      );
      assert.deepEqual(secrets, []);
    });

    it(`${name} says of every key what it is for`, () => {
      const blocks = text.split(/\n\s*\n/).flatMap((block) => block.split(/\n(?=#)/));
      for (const block of blocks.filter((each) => /^[A-Z]/m.test(each))) assert.match(block, /^#/, block);
    });
  }

  it('the trial and the real thing ask for the same keys', () => {
    const keys = (name: string) => Object.keys(parseEnv(readFileSync(join(folder, name), 'utf8')));
    assert.deepEqual(keys('.env.dev'), keys('.env.production'));
  });

  it('the one for this machine has the ids of local Teams', () => {
    const people = peopleSchema.parse(JSON.parse(readFileSync(peopleFile, 'utf8')));
    const local = parseEnv(readFileSync(join(folder, '.env.local'), 'utf8'));
    assert.deepEqual(
      [local['BOT_ID'], local['BOT_TENANT_ID'], local['TEAMS_APP_ID']],
      [people.bot.id, people.tenantId, people.bot.appId],
    );
  });
});
