import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, LOCAL_STORAGE_FILE, loadLaunchConfig } from '../config';
import type { LaunchConfig } from '../config';
import { buildBot } from '../bundle/buildBot';
import { buildPages } from '../pages/build';
import { firstDay } from './firstDay';
import type { Azurite } from './launchAzurite';
import { startAzurite } from './launchAzurite';
import type { BotProcess } from './launchBot';
import { launchBot } from './launchBot';
import type { LocalTeams } from './localTeams';
import { buildPage, PAGE_FOLDER } from './page/build';
import type { PeopleFile } from './people';
import { readPeople } from './people';
import { startLocalTeams } from './server';

/** Everything that `npm run local` runs. */
interface Running {
  azurite?: Azurite;
  /** Tells commands how storage is reached, for as long as it can be. */
  storageFile?: string;
  bot?: BotProcess;
  teams?: LocalTeams;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run local`: the whole product on one machine. Ctrl-C ends all of it, in the order that loses nothing. */
async function launch(): Promise<void> {
  const config = loadLaunchConfig();
  const running: Running = {};
  const stopped = onStop(running);
  try {
    await start(config, running);
  } catch (error) {
    await endAll(running);
    throw error;
  }
  await Promise.race([stopped, running.bot?.ended.then((code) => botEnded(code, running))]);
}

async function start(config: LaunchConfig, running: Running): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true });
  say('Starting storage, Local Teams and the bot …');
  const people = readPeople(config.peopleFile ?? join(__dirname, 'people.json'));
  const botUrl = `http://127.0.0.1:${config.port}`;
  const [azurite, teams] = await Promise.all([
    startAzurite(join(config.dataDir, 'azurite')).then((started) => (running.azurite = started)),
    startTeams(config, people, botUrl).then((started) => (running.teams = started)),
    buildBot(),
    buildPages(),
    buildPage(),
  ]);
  running.storageFile = join(config.dataDir, LOCAL_STORAGE_FILE);
  writeFileSync(running.storageFile, azurite.connectionString);
  running.bot = await launchBot(botEnvironment(config, people, teams, azurite), logTo(config.dataDir));
  teams.connectBot(botUrl);
  await setUpOnce(config, teams);
  say(
    `\n  Ready: ${teams.url}/\n\n  Data: ${config.dataDir} · bot's log: ${join(config.dataDir, 'bot.log')} · Ctrl-C ends all of it.\n`,
  );
  if (config.openBrowser) openBrowser(`${teams.url}/`);
}

async function startTeams(config: LaunchConfig, people: PeopleFile, botUrl: string): Promise<LocalTeams> {
  try {
    return await startLocalTeams({
      port: config.localTeamsPort,
      people,
      dataDir: join(config.dataDir, 'teams'),
      pageDir: PAGE_FOLDER,
      tabs: [{ entityId: 'policy', name: 'Policy', url: `${botUrl}/pages/policy` }],
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${config.localTeamsPort} is in use. Is another one running? Or choose one: LOCAL_TEAMS_PORT=3990 npm run local`,
    );
  }
}

function botEnvironment(config: LaunchConfig, people: PeopleFile, teams: LocalTeams, azurite: Azurite) {
  const administrators = people.people
    .filter(({ role }) => role === 'administrator')
    .map(({ aadObjectId }) => aadObjectId);
  return {
    ADMIN_OBJECT_IDS: administrators.join(','),
    ...config.environment,
    BOT_MODE: 'local',
    BOT_ID: teams.botId,
    BOT_TENANT_ID: teams.tenantId,
    LOCAL_TEAMS_URL: teams.url,
    AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    INSTANCE_ID: 'local',
    PORT: String(config.port),
  };
}

/** The marker is written last: a first day that was interrupted is gone through again, which does no harm. */
async function setUpOnce({ dataDir }: LaunchConfig, teams: LocalTeams): Promise<void> {
  const marker = join(dataDir, 'set-up');
  if (existsSync(marker)) return;
  say('Setting up: the bot is installed and told which team is whose …');
  await firstDay(teams);
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}

/** Resolves when a signal came and everything has ended. */
function onStop(running: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      say('\nEnding …');
      endAll(running).then(resolve, reject);
    };
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) return;
        asked = true;
        stop();
      });
    }
  });
}

/** The bot first, so that it writes its last; then the stand-in; storage last. */
async function endAll({ bot, teams, azurite, storageFile }: Running): Promise<void> {
  await bot?.stop();
  await teams?.close();
  if (storageFile) rmSync(storageFile, { force: true });
  await azurite?.stop();
}

async function botEnded(code: number | null, running: Running): Promise<void> {
  if (code === 0) return;
  await endAll(running);
  throw new ConfigError(`The bot ended by itself (${code ?? 'killed'}). Its last words are in bot.log.`);
}

function logTo(dataDir: string): (text: string) => void {
  const file = createWriteStream(join(dataDir, 'bot.log'), { flags: 'a' });
  return (text) => void file.write(text);
}

function openBrowser(address: string): void {
  const commands: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };
  const child = spawn(commands[process.platform] ?? 'xdg-open', [address], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => say('Open the address above in a browser.'));
  child.unref();
}

launch().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 1;
});
