import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeenRequest } from '../../../src/localTeams/api';
import { openJournal } from '../../../src/localTeams/journal';
import { startAzurite } from '../../../src/localTeams/launchAzurite';
import type { LocalTeams } from '../../../src/localTeams/localTeams';
import { startLocalTeams } from '../../../src/localTeams/server';
import { Storage } from '../../../src/storage/storage';
import type { MeteredProcess } from '../meteredProcess';
import { startBot } from '../stack';
import { StorageCounter } from '../storageCounter';
import { knowTeams } from './seed';
import type { Sizes, Team } from './staff';
import { alreadyInstalled, peopleOf } from './staff';

/** One answered request of the bot. */
export type Seen = Pick<SeenRequest, 'operation' | 'status' | 'code' | 'conversationId'> & {
  readonly ms: number;
};

/** The stand-in with Teams' limits, a storage and the product's bot on it, all new. */
export class StandIn {
  readonly seen: Seen[] = [];
  private bot: MeteredProcess | undefined;

  private constructor(
    readonly teams: LocalTeams,
    readonly storage: Storage,
    /** By their keys. */
    readonly staff: ReadonlyMap<string, Team>,
    /** Counts what the bot asks of its storage. */
    readonly counter: StorageCounter,
    private readonly end: () => Promise<void>,
  ) {
    teams.subscribe((event) => {
      if (event.type !== 'request') return;
      const { operation, status, code, conversationId } = event.request;
      this.seen.push({ operation, status, code, conversationId, ms: performance.now() });
    });
  }

  /** The people are in teams that the bot is in; nobody is known to it by their chat yet. */
  static async open(sizes: Sizes): Promise<StandIn> {
    const dataDir = mkdtempSync(join(tmpdir(), 'bench-teams-'));
    openJournal(dataDir, alreadyInstalled(sizes)).close();
    const azurite = await startAzurite();
    const teams = await startLocalTeams({ people: peopleOf(sizes), dataDir });
    const { connectionString } = azurite;
    const counter = await StorageCounter.open(connectionString);
    const storage = new Storage({ kind: 'connection', connectionString });
    const staff = await staffOf(teams);
    await knowTeams(storage, teams.serviceUrl, [...staff.values()]);
    const end = async (): Promise<void> => {
      await teams.close();
      await counter.close();
      await azurite.stop();
      rmSync(dataDir, { recursive: true });
    };
    return new StandIn(teams, storage, staff, counter, end);
  }

  team(key: string): Team {
    const team = this.staff.get(key);
    if (!team) throw new Error(`There is no team ${key}.`);
    return team;
  }

  /** Starts the bot, or starts it again. @param special keys of its configuration */
  async startBot(special: Readonly<Record<string, string>> = {}): Promise<MeteredProcess> {
    const { teams, counter } = this;
    this.teams.connectBot(undefined);
    await this.bot?.stop();
    this.bot = await startBot({
      BOT_MODE: 'local',
      BOT_ID: teams.botId,
      BOT_TENANT_ID: teams.tenantId,
      LOCAL_TEAMS_URL: teams.url,
      AZURE_STORAGE_CONNECTION_STRING: counter.connectionString,
      INSTANCE_ID: 'campaign',
      ...special,
    });
    this.teams.connectBot(this.bot.endpoint);
    return this.bot;
  }

  async close(): Promise<void> {
    this.teams.connectBot(undefined);
    await this.bot?.stop();
    await this.end();
  }
}

async function staffOf(teams: LocalTeams): Promise<Map<string, Team>> {
  const world = await teams.world();
  const people = new Map(
    world.people.map(({ key, aadObjectId, id, name, chatId }) => [
      key,
      { objectId: aadObjectId, teamsId: id, name, chat: chatId },
    ]),
  );
  return new Map(
    world.teams.map(({ key, id, name, members }) => [
      key,
      { id, name, members: members.flatMap((member) => people.get(member) ?? []) },
    ]),
  );
}
