import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { DEFAULT_BULK_PER_SECOND, REQUESTS_PER_SECOND } from './bot/teamsLimits';
import { fileKeysOf, key, keyName, keyProblems, olderKeys } from './configKeys';
import { accountName, ed25519Of, id, ids, offset, port, signingKey, url } from './configValues';
import type { SealingKey } from './storage/sealing';

/** The configuration of the bot. Read once; nothing else reads the environment. */
export interface Config {
  readonly mode: 'teams' | 'local';
  readonly botId: string;
  readonly tenantId: string;
  readonly teamsAppId: string;
  /** Where the pages are served, without a slash at the end. */
  readonly baseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly storage: { readonly connectionString: string } | { readonly account: string };
  /** Local Teams, without a slash at the end; only in local mode. */
  readonly localTeamsUrl: string | undefined;
  /** Undefined: a managed identity. */
  readonly botPassword: string | undefined;
  readonly administrators: readonly string[];
  /** Who in HR is told that somebody asks to be rung; may be nobody. */
  readonly hrPeople: readonly string[];
  /** 32 bytes. */
  readonly sealingKey: Uint8Array;
  readonly sealingKeyId: string;
  /** Seal the names that are kept back, and nothing else: the one in use first, then those that only open. */
  readonly nameKeys: readonly SealingKey[];
  /** Seal the keys of files: the one in use first, then those that only open. */
  readonly fileKeys: readonly SealingKey[];
  /** Ed25519: signs records that leave the product. */
  readonly signingKey: KeyObject;
  /** The same after a restart, and no other instance's. */
  readonly instanceId: string;
  /** Added to the machine's time, in milliseconds. */
  readonly timeOffsetMs: number;
  readonly logLevel: string;
  /** Requests to Teams in a second that nobody waits for: requests to confirm, reminders. */
  readonly bulkPerSecond: number;
}

/** The configuration cannot be used; the message names every key that is missing or wrong. */
export class ConfigError extends Error {}

const bulk = `a whole number from 1 to ${REQUESTS_PER_SECOND}`;

const common = {
  NAME_KEY_ID: keyName.default('1'),
  SECRET_NAME_KEYS_OLD: olderKeys.default([]),
  SECRET_FILE_KEY: key.optional(),
  FILE_KEY_ID: keyName.default('files-1'),
  SECRET_FILE_KEYS_OLD: olderKeys.default([]),
  BOT_ID: id,
  BOT_TENANT_ID: id.toLowerCase(),
  PORT: port.default(3978),
  INSTANCE_ID: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BULK_A_SECOND: z.coerce
    .number(bulk)
    .int(bulk)
    .min(1, bulk)
    .max(REQUESTS_PER_SECOND, bulk)
    .default(DEFAULT_BULK_PER_SECOND),
};

/** The two administrators of local Teams' people file. */
const LOCAL_ADMINISTRATORS = 'ad1d0001-0000-4000-8000-000000000031,ad1d0002-0000-4000-8000-000000000032';

/** The office coordinator of local Teams stands in for HR. */
const LOCAL_HR = '5aff0005-0000-4000-8000-000000000005';

const local = z.object({
  ...common,
  LOCAL_TEAMS_URL: url,
  AZURE_STORAGE_CONNECTION_STRING: z.string(),
  TEAMS_APP_ID: id.default('a99a99a9-0000-4000-8000-0000000000a9'),
  ADMIN_OBJECT_IDS: ids.default(LOCAL_ADMINISTRATORS.split(',')),
  HR_OBJECT_IDS: ids.default([LOCAL_HR]),
  LOCAL_TIME_OFFSET: offset.default(0),
  SECRET_NAME_KEY: key.optional(),
});

const teams = z
  .object({
    ...common,
    BOT_DOMAIN: z.string().regex(/^[a-z0-9.-]+$/i, 'a host name without https:// and without a path'),
    TEAMS_APP_ID: id,
    SECRET_BOT_PASSWORD: z.string().min(1).optional(),
    BOT_MANAGED_IDENTITY: z.literal('true').optional(),
    AZURE_STORAGE_CONNECTION_STRING: z.string().min(1).optional(),
    AZURE_STORAGE_ACCOUNT: accountName.optional(),
    ADMIN_OBJECT_IDS: ids,
    HR_OBJECT_IDS: ids.optional(),
    SECRET_SEALING_KEY: key,
    SEALING_KEY_ID: keyName.default('1'),
    SECRET_NAME_KEY: key,
    SECRET_SIGNING_KEY: signingKey,
  })
  .superRefine((env, context) => {
    if (!env.SECRET_BOT_PASSWORD && !env.BOT_MANAGED_IDENTITY)
      context.addIssue({
        code: 'custom',
        path: ['SECRET_BOT_PASSWORD'],
        message: 'is missing (or set BOT_MANAGED_IDENTITY=true)',
      });
    if (!env.AZURE_STORAGE_CONNECTION_STRING && !env.AZURE_STORAGE_ACCOUNT)
      context.addIssue({
        code: 'custom',
        path: ['AZURE_STORAGE_ACCOUNT'],
        message: 'is missing (or set AZURE_STORAGE_CONNECTION_STRING)',
      });
    for (const [path, message] of keyProblems(env))
      context.addIssue({ code: 'custom', path: [path], message });
  });

/** The environment of this process; an empty value counts as missing. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming every key that is missing or wrong. */
export function loadConfig(env: Environment = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const mode = set['BOT_MODE'];
  if (mode === 'local') return localConfig(parse(local, set));
  if (mode === 'teams') return teamsConfig(parse(teams, set));
  throw new ConfigError(
    'BOT_MODE must be "teams" (Microsoft Teams) or "local" (the stand-in on this machine).\n' +
      'To try the product on this machine, without Teams and without Azure: npm run local',
  );
}

function localConfig(env: z.infer<typeof local>): Config {
  // Local data is invented, so its key need not be a secret; it must only stay the same.
  const sealing = { key: createHash('sha256').update(`local ${env.BOT_ID}`).digest(), keyId: 'local' };
  return {
    ...shared(env, sealing),
    mode: 'local',
    baseUrl: `http://127.0.0.1:${env.PORT}`,
    host: '127.0.0.1',
    storage: { connectionString: env.AZURE_STORAGE_CONNECTION_STRING },
    localTeamsUrl: env.LOCAL_TEAMS_URL.replace(/\/$/, ''),
    botPassword: undefined,
    signingKey: ed25519Of(createHash('sha256').update(`local signing ${env.BOT_ID}`).digest()),
    timeOffsetMs: env.LOCAL_TIME_OFFSET,
  };
}

function teamsConfig(env: z.infer<typeof teams>): Config {
  const { AZURE_STORAGE_CONNECTION_STRING: connectionString, AZURE_STORAGE_ACCOUNT: account } = env;
  const sealing = { key: Buffer.from(env.SECRET_SEALING_KEY, 'base64'), keyId: env.SEALING_KEY_ID };
  return {
    ...shared(env, sealing),
    mode: 'teams',
    baseUrl: `https://${env.BOT_DOMAIN}`,
    host: '0.0.0.0',
    storage: connectionString ? { connectionString } : { account: account ?? '' },
    localTeamsUrl: undefined,
    botPassword: env.SECRET_BOT_PASSWORD,
    signingKey: env.SECRET_SIGNING_KEY,
    timeOffsetMs: 0,
  };
}

function shared(env: z.infer<typeof local> | z.infer<typeof teams>, sealing: SealingKey) {
  return {
    sealingKey: sealing.key,
    sealingKeyId: sealing.keyId,
    fileKeys: fileKeysOf(env, sealing),
    botId: env.BOT_ID,
    tenantId: env.BOT_TENANT_ID,
    teamsAppId: env.TEAMS_APP_ID,
    port: env.PORT,
    administrators: env.ADMIN_OBJECT_IDS,
    hrPeople: env.HR_OBJECT_IDS ?? [],
    instanceId: env.INSTANCE_ID ?? hostname(),
    logLevel: env.LOG_LEVEL,
    bulkPerSecond: env.BULK_A_SECOND,
    nameKeys: [{ keyId: env.NAME_KEY_ID, key: nameKeyOf(env) }, ...env.SECRET_NAME_KEYS_OLD],
  };
}

function nameKeyOf({ SECRET_NAME_KEY: set, BOT_ID }: z.infer<typeof local> | z.infer<typeof teams>): Buffer {
  return set ? Buffer.from(set, 'base64') : createHash('sha256').update(`local names ${BOT_ID}`).digest();
}

function parse<T>(schema: z.ZodType<T>, env: Environment): T {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    const said = env[name] === undefined && issue.code !== 'custom' ? 'is missing' : issue.message;
    return `  ${name}: ${said.startsWith('is ') ? said : `must be ${said}`}`;
  });
  throw new ConfigError(
    `The configuration cannot be used:\n${lines.join('\n')}\nSee the README, "Configuration".`,
  );
}

const launch = z.object({
  PORT: port.default(3978),
  LOCAL_TEAMS_PORT: port.default(3980),
  DATA_DIR: z.string().min(1).default('.local'),
  OPEN_BROWSER: z.enum(['0', '1']).default('1'),
  LOCAL_PEOPLE_FILE: z.string().min(1).optional(),
});

/** The configuration of `npm run local`. */
export interface LaunchConfig {
  readonly port: number;
  readonly localTeamsPort: number;
  readonly dataDir: string;
  readonly openBrowser: boolean;
  readonly peopleFile: string | undefined;
  /** Handed on to the bot, which reads its own keys in it. */
  readonly environment: Environment;
}

/** @throws ConfigError naming every key that is wrong. */
export function loadLaunchConfig(env: Environment = process.env): LaunchConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = parse(launch, set);
  return {
    port: read.PORT,
    localTeamsPort: read.LOCAL_TEAMS_PORT,
    dataDir: read.DATA_DIR,
    openBrowser: read.OPEN_BROWSER === '1',
    peopleFile: read.LOCAL_PEOPLE_FILE,
    environment: set,
  };
}

const stored = z.object({
  AZURE_STORAGE_CONNECTION_STRING: z.string().optional(),
  AZURE_STORAGE_ACCOUNT: accountName.optional(),
  DATA_DIR: launch.shape.DATA_DIR,
});

/** Where `npm run local` says how its storage is reached, below DATA_DIR, for as long as it runs. */
export const LOCAL_STORAGE_FILE = 'storage.txt';

/** The storage of a command that only reads it: the one that is named, or that of `npm run local` in `dataDir`. */
export type StorageConfig = Config['storage'] | { readonly dataDir: string };

/** @throws ConfigError naming every key that is wrong. */
export function loadStorageConfig(env: Environment = process.env): StorageConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = parse(stored, set);
  if (read.AZURE_STORAGE_CONNECTION_STRING) return { connectionString: read.AZURE_STORAGE_CONNECTION_STRING };
  return read.AZURE_STORAGE_ACCOUNT ? { account: read.AZURE_STORAGE_ACCOUNT } : { dataDir: read.DATA_DIR };
}
