import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';

/** How a Chromium is started: its program and what is added to its environment. */
export interface BrowserProgram {
  executablePath: string;
  env: Record<string, string>;
}

/** How long a test waits for what a page shows; it ends as soon as that is there, and a busy machine takes its time. */
export const PATIENCE_MS = 45_000;

const FLAGS = [
  '--no-sandbox', // as root Chromium refuses to start with its sandbox
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const program = findBrowser(env);
  return chromium.launch({
    executablePath: program.executablePath,
    args: FLAGS,
    env: { ...definedOnly(env), ...program.env },
  });
}

/** The one named by CHROME_PATH, else one on the machine, else the one packaged in @sparticuz/chromium. */
export function findBrowser(env: NodeJS.ProcessEnv): BrowserProgram {
  const named = env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there.`);
    return { executablePath: named, env: {} };
  }
  const found = onThisMachine(env);
  return found ? { executablePath: found, env: {} } : packagedBrowser(env);
}

function onThisMachine(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...PLACES].find((path) => existsSync(path));
}

function packagedBrowser(env: NodeJS.ProcessEnv): BrowserProgram {
  const home = unpackedHome(env);
  const libraries = [join(home, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** The folder with the unpacked browser: made once per version and user, used again afterwards. */
function unpackedHome(env: NodeJS.ProcessEnv): string {
  const entry = require.resolve('@sparticuz/chromium');
  const about: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(about);
  const parent = privateFolder(
    join(tmpdir(), `packaged-chromium-${process.getuid?.() ?? userInfo().username}`),
  );
  const home = join(parent, version);
  if (existsSync(join(home, 'chromium'))) return home;
  const fresh = mkdtempSync(join(parent, 'unpacking-'));
  unpackInto(fresh, env);
  writeFileSync(join(fresh, 'fonts.conf'), fontsOf(home));
  return moveIntoPlace(fresh, home);
}

/** Another user of the machine must not be able to slip in a program that we then run. */
function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const about = lstatSync(path);
  const ours = process.getuid === undefined || about.uid === process.getuid();
  if (!about.isDirectory() || !ours || (process.getuid && (about.mode & 0o022) !== 0)) {
    throw new Error(`${path} is not a folder of this user alone. Remove it, or set CHROME_PATH.`);
  }
  return path;
}

/** The package unpacks into the folder for temporary files and, told that it is on Lambda, its libraries too. */
function unpackInto(folder: string, env: NodeJS.ProcessEnv): void {
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  execFileSync(process.execPath, ['-e', script], {
    cwd: join(__dirname, '..', '..'),
    env: { ...env, NODE_OPTIONS: '', TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The package's font first, so that pictures look the same on every machine, then those of the machine. */
function fontsOf(home: string): string {
  const folders = [join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = [
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${home}/fonts-cache</cachedir>`,
  ];
  const prefer = ['sans-serif', 'system-ui'].map(
    (name) => `<alias><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?><fontconfig>${[...lines, ...prefer].join('')}</fontconfig>`;
}

/** Two test runs may unpack at once; whoever is second uses the first one's. */
function moveIntoPlace(fresh: string, home: string): string {
  try {
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
  return home;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
