import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../src/config';
import { firstDay } from '../../src/localTeams/firstDay';
import { startAzurite } from '../../src/localTeams/launchAzurite';
import { startLocalTeams } from '../../src/localTeams/server';
import { createNameSeal } from '../../src/storage/nameSeal';
import { createKeyRing } from '../../src/storage/keyRing';
import { createSealing } from '../../src/storage/sealing';
import { StoredDirectory } from '../../src/storage/directory';
import { Storage } from '../../src/storage/storage';
import { BotUnderFire } from './botUnderFire';
import type { CrowdSize } from './crowd';
import { crowd } from './crowd';
import { eventually } from './eventually';
import type { Field } from './field';
import { StorageDoor } from './storageDoor';

/** A field with a bot on it; `stop` ends all of it. */
export interface Running {
  readonly field: Field;
  readonly connectionString: string;
  /** Errors that the bot logged: a turn or a job that threw. */
  readonly errors: readonly string[];
  stop(): Promise<void>;
}

/** Storage in memory, local Teams in this process and the bot as a process of its own, set up and quiet. */
export async function startField(size: CrowdSize): Promise<Running> {
  const azurite = await startAzurite();
  const teams = await startLocalTeams({ people: crowd(size), unreachableDelayMs: 50 });
  const door = await StorageDoor.open(azurite.connectionString);
  const errors: string[] = [];
  const bot = new BotUnderFire({
    teams,
    door,
    port: await freePort(),
    onLog: (text) => noteErrors(text, errors),
  });
  const stop = async (): Promise<void> => {
    await bot.stop();
    await door.close();
    await teams.close();
    await azurite.stop();
  };
  try {
    await bot.start();
    await Promise.race([firstDay(teams), bot.failed]);
    await teams.settled(60_000);
    const { connectionString } = azurite;
    const { sealingKey: key, sealingKeyId: keyId, nameKeys, fileKeys } = loadConfig(bot.environment());
    const sealing = {
      ...createSealing({ key, keyId }),
      names: createNameSeal(nameKeys),
      files: createKeyRing(fileKeys, 'files'),
    };
    const storage = new Storage({ kind: 'connection', connectionString });
    const field = { teams, bot, storage, sealing, world: await teams.world() };
    await eventually('the bot knows who is in which team', () => knowsEveryTeam(field));
    return { field, connectionString, errors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Rosters are read by a job after the installation. */
async function knowsEveryTeam({ storage, world }: Field): Promise<boolean> {
  const directory = new StoredDirectory(storage);
  for (const { id, members } of world.teams) {
    const known: string[] = [];
    for await (const { personId } of directory.members(id)) known.push(personId);
    if (known.length < members.length) return false;
  }
  return true;
}

/** A port of this machine that nobody listens on: the bot is told its port, and keeps it over restarts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The bot's log is JSON lines; pino's level 50 is an error. */
export function noteErrors(text: string, errors: string[]): void {
  for (const line of text.split('\n')) if (line.includes('"level":50')) errors.push(line.slice(0, 1_000));
}
