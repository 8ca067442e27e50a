import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig, loadLaunchConfig } from '../src/config';
import { readPeople } from '../src/localTeams/people';

const signing = generateKeyPairSync('ed25519').privateKey;
const ID = '01234567-89ab-4def-8123-456789abcdef';
const local = {
  BOT_MODE: 'local',
  LOCAL_TEAMS_URL: 'http://127.0.0.1:3980/',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
};
const teams = {
  BOT_MODE: 'teams',
  BOT_ID: ID,
  BOT_TENANT_ID: ID,
  BOT_DOMAIN: 'bot.example.org',
  TEAMS_APP_ID: ID,
  SECRET_BOT_PASSWORD: 'not-a-real-one',
  AZURE_STORAGE_ACCOUNT: 'policybot',
  ADMIN_OBJECT_IDS: `${ID}, ${ID.toUpperCase()}`,
  SECRET_SEALING_KEY: Buffer.alloc(32, 7).toString('base64'),
  SECRET_NAME_KEY: Buffer.alloc(32, 8).toString('base64'),
  SECRET_SIGNING_KEY: signing.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
};

function refusal(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail('it was accepted');
}

describe('The configuration', () => {
  it('points to `npm run local` when BOT_MODE is not set', () => {
    assert.match(refusal({}), /BOT_MODE must be[\s\S]*npm run local/);
    assert.match(refusal({ BOT_MODE: 'production' }), /BOT_MODE must be/);
  });

  for (const [mode, full] of [
    ['local', local],
    ['teams', teams],
  ] as const) {
    it(`names every key that is missing in one message: ${mode}`, () => {
      const message = refusal({ BOT_MODE: mode });
      const optional = ['BOT_MODE', 'SECRET_BOT_PASSWORD', 'AZURE_STORAGE_ACCOUNT'];
      for (const key of Object.keys(full).filter((each) => !optional.includes(each)))
        assert.match(message, new RegExp(`${key}: is missing`));
    });

    it(`takes an empty value for a missing one: ${mode}`, () => {
      assert.match(refusal({ ...full, BOT_ID: '' }), /BOT_ID: is missing/);
    });
  }

  it('names every key that is wrong in one message', () => {
    const message = refusal({
      ...teams,
      BOT_ID: '',
      BOT_DOMAIN: 'https://bot.example.org/',
      ADMIN_OBJECT_IDS: 'somebody',
      SECRET_SEALING_KEY: 'short',
    });
    for (const key of ['BOT_ID', 'BOT_DOMAIN', 'ADMIN_OBJECT_IDS', 'SECRET_SEALING_KEY'])
      assert.match(message, new RegExp(`${key}: `));
  });

  it('seals names with a key of their own, and still opens what older keys sealed', () => {
    const old = `2024=${Buffer.alloc(32, 1).toString('base64')}`;
    const { nameKeys } = loadConfig({ ...teams, NAME_KEY_ID: '2026', SECRET_NAME_KEYS_OLD: old });
    assert.deepEqual(
      nameKeys.map(({ keyId, key: [first] }) => [keyId, first]),
      [
        ['2026', 8],
        ['2024', 1],
      ],
    );
  });

  it('seals files with the sealing key until they have a key of their own, which older ones stand behind', () => {
    const ids = (env: Record<string, string>): string[] => loadConfig(env).fileKeys.map(({ keyId }) => keyId);
    const own = { SECRET_FILE_KEY: Buffer.alloc(32, 5).toString('base64'), FILE_KEY_ID: 'files-2026' };
    const old = { SECRET_FILE_KEYS_OLD: `files-2024=${Buffer.alloc(32, 4).toString('base64')}` };
    assert.deepEqual(ids(teams), ['1']);
    assert.deepEqual(ids({ ...teams, ...own }), ['files-2026', '1']);
    assert.deepEqual(ids({ ...teams, ...own, ...old }), ['files-2026', 'files-2024', '1']);
    assert.deepEqual(ids({ ...local, ...own, ...old }), ['files-2026', 'files-2024', 'local']);
  });

  it('refuses for files the key for names, and two keys of one id', () => {
    const own = { ...teams, SECRET_FILE_KEY: Buffer.alloc(32, 5).toString('base64') };
    assert.match(
      refusal({ ...own, SECRET_FILE_KEY: teams.SECRET_NAME_KEY }),
      /SECRET_FILE_KEY: must be another key than SECRET_NAME_KEY/,
    );
    const old = `files-2024=${Buffer.alloc(32, 4).toString('base64')}`;
    const same: Record<string, string>[] = [
      { FILE_KEY_ID: '1' },
      { FILE_KEY_ID: 'files-2024', SECRET_FILE_KEYS_OLD: old },
    ];
    for (const wrong of same)
      assert.match(
        refusal({ ...own, ...wrong }),
        /FILE_KEY_ID: must be an id that no other key for files has/,
      );
    assert.match(
      refusal({ ...own, SECRET_FILE_KEYS_OLD: 'hush-hush' }),
      /SECRET_FILE_KEYS_OLD: must be keys/,
    );
  });

  it('refuses the sealing key as the key for names, the same id twice, and older keys that are none', () => {
    const old = `1=${Buffer.alloc(32, 1).toString('base64')}`;
    assert.match(
      refusal({ ...teams, SECRET_NAME_KEY: teams.SECRET_SEALING_KEY }),
      /SECRET_NAME_KEY: must be another/,
    );
    assert.match(refusal({ ...teams, SECRET_NAME_KEYS_OLD: old }), /NAME_KEY_ID: must be the id of no key/);
    for (const wrong of ['hush-hush', '2=hush-hush', `${old},${old}`]) {
      const message = refusal({ ...teams, SECRET_NAME_KEYS_OLD: wrong });
      assert.match(message, /SECRET_NAME_KEYS_OLD: must be keys/);
      assert.doesNotMatch(message, /hush-hush/);
    }
  });

  it('takes the signing key as PEM too, also in one line, and no key of another kind', () => {
    const pem = signing.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const written of [pem, pem.replaceAll('\n', '\\n')]) {
      assert.ok(loadConfig({ ...teams, SECRET_SIGNING_KEY: written }).signingKey.equals(signing));
    }
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    for (const wrong of ['not-a-key', other.export({ type: 'pkcs8', format: 'pem' }).toString()]) {
      assert.match(
        refusal({ ...teams, SECRET_SIGNING_KEY: wrong }),
        /SECRET_SIGNING_KEY: must be an Ed25519 private key/,
      );
    }
  });

  it('signs with the same key after a restart in local mode, and with another for another bot', () => {
    const [one, again] = [loadConfig(local), loadConfig(local)];
    const other = loadConfig({ ...local, BOT_ID: ID.replace('0', 'f') });
    assert.ok(one.signingKey.equals(again.signingKey));
    assert.ok(!one.signingKey.equals(other.signingKey));
  });

  it('asks for a password or a managed identity, and for a way to storage', () => {
    const { SECRET_BOT_PASSWORD: _, AZURE_STORAGE_ACCOUNT: __, ...rest } = teams;
    const message = refusal(rest);
    assert.match(message, /SECRET_BOT_PASSWORD: is missing \(or set BOT_MANAGED_IDENTITY=true\)/);
    assert.match(message, /AZURE_STORAGE_ACCOUNT: is missing/);
    assert.equal(
      loadConfig({ ...rest, BOT_MANAGED_IDENTITY: 'true', AZURE_STORAGE_ACCOUNT: 'policybot' }).botPassword,
      undefined,
    );
  });

  it('never sends local mode outside this machine', () => {
    assert.match(
      refusal({ ...local, LOCAL_TEAMS_URL: 'http://teams.example.org' }),
      /LOCAL_TEAMS_URL: must be an address on this machine/,
    );
    assert.equal(loadConfig(local).host, '127.0.0.1');
  });

  it('names an address that is none, as it names every other wrong value', () => {
    assert.match(
      refusal({ ...local, LOCAL_TEAMS_URL: 'nonsense', PORT: 'x' }),
      /LOCAL_TEAMS_URL: must be an address/,
    );
    assert.match(
      refusal({ ...local, LOCAL_TEAMS_URL: 'ftp://127.0.0.1' }),
      /LOCAL_TEAMS_URL: must be an address/,
    );
  });

  it('reads the tenant in any case, as Entra shows it in either', () => {
    assert.equal(loadConfig({ ...local, BOT_TENANT_ID: ID.toUpperCase() }).tenantId, ID);
  });

  it('moves the clock by an ISO 8601 duration', () => {
    assert.equal(loadConfig({ ...local, LOCAL_TIME_OFFSET: 'P1DT2H' }).timeOffsetMs, 26 * 3_600_000);
    assert.match(
      refusal({ ...local, LOCAL_TIME_OFFSET: 'tomorrow' }),
      /LOCAL_TIME_OFFSET: must be an ISO 8601 duration/,
    );
  });

  it('leaves room for people who wait, unless it is told to use all that Teams takes', () => {
    assert.equal(loadConfig(local).bulkPerSecond, 40);
    assert.equal(loadConfig({ ...teams, BULK_A_SECOND: '50' }).bulkPerSecond, 50);
    for (const wrong of ['0', '51', '2.5', 'fast'])
      assert.match(
        refusal({ ...local, BULK_A_SECOND: wrong }),
        /BULK_A_SECOND: must be a whole number from 1 to 50/,
      );
  });

  it('knows the administrators of the people file as the local default', () => {
    const people = readPeople('src/localTeams/people.json').people;
    const expected = people
      .filter(({ role }) => role === 'administrator')
      .map(({ aadObjectId }) => aadObjectId);
    assert.deepEqual(loadConfig(local).administrators, expected);
  });

  it('writes no secret into its messages', () => {
    assert.doesNotMatch(refusal({ ...teams, SECRET_SEALING_KEY: 'hush-hush' }), /hush-hush/);
  });

  it('of the launcher names what is wrong', () => {
    assert.throws(() => loadLaunchConfig({ PORT: 'x', OPEN_BROWSER: 'no' }), /PORT: [\s\S]*OPEN_BROWSER: /);
    assert.equal(loadLaunchConfig({}).dataDir, '.local');
  });

  it('is described in the README, key by key', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const key of [
      ...Object.keys(local),
      ...Object.keys(teams),
      'BOT_MANAGED_IDENTITY',
      'LOCAL_TIME_OFFSET',
      'INSTANCE_ID',
      'BULK_A_SECOND',
      ...['NAME_KEY_ID', 'SECRET_NAME_KEYS_OLD', 'SECRET_FILE_KEY', 'FILE_KEY_ID', 'SECRET_FILE_KEYS_OLD'],
      'PORT',
      'DATA_DIR',
    ]) {
      assert.ok(readme.includes(`\`${key}\``), `${key} is not in the README`);
    }
  });
});
