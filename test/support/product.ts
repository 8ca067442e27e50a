import { randomBytes } from 'node:crypto';
import type { GateOptions } from '../../src/bot/gate';
import { loadConfig } from '../../src/config';
import { loadContacts } from '../../src/contacts/contacts';
import { firstDay } from '../../src/localTeams/firstDay';
import type { Policy } from '../../src/features/policies/policy';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import type { LocalTeamsOptions } from '../../src/localTeams/options';
import { startLocalTeams } from '../../src/localTeams/server';
import { newSigningKey } from '../../src/localTeams/tokens';
import { createLog } from '../../src/log';
import type { Product } from '../../src/product';
import { startProduct as start } from '../../src/product';
import type { Storage } from '../../src/storage/storage';
import { startAzurite } from './azurite';
import { freePort } from './launcher';
import { FakeClock } from './fakeClock';
import { realEngine } from './realEngine';

export interface TestProductOptions {
  /** False: nobody has the bot and nothing is set up. */
  readonly setUp?: boolean;
  readonly teams?: LocalTeamsOptions;
  /** Other limits than Teams'. */
  readonly gate?: Partial<GateOptions>;
  readonly instanceId?: string;
  /** Another way to storage than straight to Azurite. */
  readonly connectionString?: string;
  /** What the bot logs, line by line. */
  readonly onLog?: (line: string) => void;
}

/** The real bot, local Teams in this process, and real Azurite. */
export interface TestProduct {
  readonly teams: LocalTeams;
  /** The bot's address, without a slash at the end. */
  readonly url: string;
  readonly bot: Product;
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly storagePrefix: string;
  /** Waits until the bot has nothing under way and nothing due. */
  idle(): Promise<void>;
  /** Moves the product's clock and lets the work that became due be done. */
  advance(ms: number): Promise<void>;
  /** Another instance of the bot on the same storage; local Teams still writes to the first. */
  startAnother(instanceId: string): Promise<Product>;
  /**
   * Stops the bot and starts it again, as a restart of the process would, also with another version of the policy or
   * other settings.
   */
  restart(policy?: Policy, environment?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One key for every local Teams of a run: botbuilder keeps the keys of an address for a day, and the ports of tests
 * that are over are used again.
 */
const SIGNING_KEY = newSigningKey();

/** Starts the whole product on free ports, with tables of its own. */
export async function startProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const connectionString = options.connectionString ?? (await startAzurite()).connectionString;
  const clock = new FakeClock();
  const teams = await startLocalTeams({ signingKey: SIGNING_KEY, ...options.teams });
  const storagePrefix = `t${randomBytes(6).toString('hex')}`;
  const log = createLog(options.onLog ? 'debug' : 'silent', options.onLog && { write: options.onLog });
  const startBot = async (
    instanceId: string,
    policy?: Policy,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Product> => {
    const config = loadConfig({
      BOT_MODE: 'local',
      BOT_ID: teams.botId,
      BOT_TENANT_ID: teams.tenantId,
      LOCAL_TEAMS_URL: teams.url,
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      INSTANCE_ID: instanceId,
      // A port that is known beforehand, because links to the pages name it.
      PORT: String(await freePort()),
      ...environment,
    });
    const engine = await realEngine();
    return start({
      config,
      clock,
      log,
      contacts: loadContacts(),
      engine,
      storagePrefix,
      ...(policy ? { policy } : {}),
      ...(options.gate ? { gate: options.gate } : {}),
    });
  };
  const running = { bot: await startBot(options.instanceId ?? 'one') };
  const url = (): string => `http://127.0.0.1:${running.bot.port}`;
  const product: TestProduct = {
    teams,
    clock,
    storagePrefix,
    get bot() {
      return running.bot;
    },
    get url() {
      return url();
    },
    get storage() {
      return running.bot.storage;
    },
    idle: () => running.bot.idle(),
    advance: async (ms) => {
      clock.advance(ms);
      running.bot.jobs.nudge();
      await running.bot.idle();
    },
    startAnother: (instanceId) => startBot(instanceId),
    restart: async (policy, environment) => {
      teams.connectBot(undefined);
      await running.bot.stop();
      running.bot = await startBot(options.instanceId ?? 'one', policy, environment);
      teams.connectBot(url());
    },
    stop: async () => {
      await running.bot.stop();
      await teams.close();
    },
  };
  teams.connectBot(url());
  if (options.setUp !== false) {
    await firstDay(teams);
    await product.idle();
  }
  return product;
}
