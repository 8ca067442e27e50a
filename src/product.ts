import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from 'restify';
import { createApp } from './app';
import { Authentication, CHANNEL_ISSUER } from './bot/authentication';
import { createConnector } from './bot/connector';
import type { GateOptions } from './bot/gate';
import { Gate } from './bot/gate';
import { credentialsOf } from './bot/credentials';
import { createMessenger } from './bot/messenger';
import { scheduleRosters } from './bot/rosterJob';
import type { Clock } from './clock';
import type { Config } from './config';
import type { Contacts } from './contacts/contacts';
import { contactProblems } from './contacts/contacts';
import { loadEngine } from './features/policies/engine/loadEngine';
import type { AnsweringEngine } from './features/policies/engine/outcome';
import type { Policy } from './features/policies/policy';
import { loadPolicy } from './features/policies/policy';
import { healthOf } from './health';
import { scheduleEvidence, scheduleReminders } from './features/acknowledgements';
import type { JobsRunner } from './jobs/runner';
import { createJobs } from './jobs/runner';
import type { Log } from './log';
import { policyLink } from './pages/deepLink';
import { registerFilesApi } from './pages/filesApi';
import { registerListApi } from './pages/listApi';
import { teamsFrameAncestors } from './pages/pageHeaders';
import { registerRecordFiles } from './pages/recordFiles';
import { registerPages } from './pages/serve';
import { scheduleRetention } from './retention/retention';
import { createServer, httpOf } from './server';
import { createKeyRing } from './storage/keyRing';
import { createNameSeal } from './storage/nameSeal';
import { createSealing } from './storage/sealing';
import { createSigning } from './storage/signing';
import { Storage } from './storage/storage';

/** What has begun to come in may end; who takes longer than this never ends it, and keeps nobody from stopping. */
const STOP_TAKING_MS = 2_000;
const LAST_ANSWERS_MS = 100;
/** What is still being sent behind turns: somebody who waits is answered within 8 s; card updates have no end. */
const LAST_WORK_MS = 9_000;

/** What a test or main.ts gives to build a running product. */
export interface ProductOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly contacts: Contacts;
  /** Loaded from the repository when not given; it keeps nothing of anybody, so several products may share one. */
  readonly engine?: AnsweringEngine;
  /** The policy in force; loaded from the repository when not given. */
  readonly policy?: Policy;
  /** Where the built pages lie. */
  readonly pagesDir?: string;
  /** Put before the names of tables and containers. */
  readonly storagePrefix?: string;
  /** Other limits than Teams': where there is no Teams at the other end. */
  readonly gate?: Partial<GateOptions>;
}

/** The bot, listening. */
export interface Product {
  readonly port: number;
  readonly jobs: JobsRunner;
  readonly gate: Gate;
  readonly storage: Storage;
  readonly verbs: readonly string[];
  /** Resolves when no turn is under way and no work is due. */
  idle(): Promise<void>;
  /** Takes nothing new, brings to an end what is under way, and stops. */
  stop(): Promise<void>;
}

/** The whole bot from its configuration: everything real, nothing global. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { config, clock, log, contacts } = options;
  const storage = await storageOf(config, options.storagePrefix);
  const credentials = credentialsOf(config);
  const allowServiceUrl = serviceUrls(config);
  const { botId, tenantId, instanceId } = config;
  const connector = createConnector(credentials, {
    appId: botId,
    tenantId,
    audience: CHANNEL_ISSUER,
    allowServiceUrl,
  });
  const gate = new Gate({ bulkPerSecond: config.bulkPerSecond, ...options.gate });
  const messenger = createMessenger(connector, gate);
  const jobs = createJobs({ storage, clock, log, instanceId });
  const policy = options.policy ?? loadPolicy();
  const localMetadataUrl =
    config.localTeamsUrl && `${config.localTeamsUrl}/v1/.well-known/openidconfiguration`;
  const authentication = new Authentication({
    botId,
    tenantId,
    credentials,
    localMetadataUrl,
    allowServiceUrl,
  });
  const linkTo = (clause?: { id: string; heading: string }): string =>
    policyLink({ mode: config.mode, appId: config.teamsAppId, baseUrl: config.baseUrl }, clause);
  const app = createApp({
    storage,
    authentication,
    messenger,
    jobs,
    clock,
    log,
    policy,
    contacts,
    sealing: {
      ...createSealing({ key: config.sealingKey, keyId: config.sealingKeyId }),
      names: createNameSeal(config.nameKeys),
      files: createKeyRing(config.fileKeys, 'files'),
    },
    signing: createSigning(config.signingKey),
    baseUrl: config.baseUrl,
    engine: options.engine ?? (await loadEngine({ policy })),
    contactProblems: contactProblems(contacts, clock.now()),
    administrators: config.administrators,
    hrPeople: config.hrPeople,
    clauseLink: (id) => linkTo(policy.clauses.find((clause) => clause.id === id)),
    chatLink: config.mode === 'teams' ? `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}` : '',
  });
  const server = createServer({
    receive: (body, authorization) => app.inbox.receive(body, authorization),
    health: () => healthOf({ storage, jobs, policy, gate }),
    log,
  });
  registerPages(server, {
    pagesDir: options.pagesDir ?? join(__dirname, '..', 'dist', 'pages'),
    policy,
    frameAncestors: teamsFrameAncestors,
    localHostOrigin: config.localTeamsUrl,
    linkTo,
  });
  registerRecordFiles(server, app.recordFiles, log);
  registerFilesApi(server, app.files, log);
  registerListApi(server, app.listFiles, log);
  const port = await listen(server, config);
  jobs.start();
  await Promise.all([
    scheduleRosters(jobs, clock),
    scheduleRetention(jobs, clock),
    scheduleEvidence(jobs, clock),
    scheduleReminders(jobs, clock),
    app.started(),
  ]);
  return {
    port,
    jobs,
    gate,
    storage,
    verbs: app.router.verbs(),
    idle: async () => {
      await app.idle();
      await jobs.whenIdle();
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      await within(STOP_TAKING_MS, closed);
      await within(LAST_WORK_MS, app.idle());
      // The last answers have been given by now, and only have to go out.
      await within(LAST_ANSWERS_MS, closed);
      httpOf(server).closeAllConnections();
      await jobs.stop();
      gate.close();
    },
  };
}

/** The storage that the configuration names. */
export async function storageOf({ storage }: Pick<Config, 'storage'>, prefix?: string): Promise<Storage> {
  if ('connectionString' in storage) return new Storage({ kind: 'connection', ...storage }, prefix);
  // Loaded only where it is used: it is a twelfth of the time until the bot listens.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new Storage(
    { kind: 'identity', account: storage.account, credential: new DefaultAzureCredential() },
    prefix,
  );
}

/** Where the bot may write: to local Teams alone, or to Microsoft's Bot Connector (the tokens name it too). */
function serviceUrls({ localTeamsUrl }: Config): (url: string) => boolean {
  if (localTeamsUrl) return (url) => `${url.replace(/\/$/, '')}/`.startsWith(`${localTeamsUrl}/`);
  return (url) => {
    const { protocol, hostname } = new URL(url);
    return (
      protocol === 'https:' &&
      (hostname === 'smba.trafficmanager.net' || hostname.endsWith('.botframework.com'))
    );
  };
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as { port: number }).port));
  });
}

async function within(ms: number, event: Promise<void>): Promise<void> {
  const bound = new AbortController();
  await Promise.race([event, sleep(ms, undefined, { signal: bound.signal }).catch(() => undefined)]);
  bound.abort();
}
