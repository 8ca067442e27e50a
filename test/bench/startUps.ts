import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/launcher';
import { TOP } from './meteredProcess';
import { untilAnswers, untilHealthy } from './waiting';

/** Milliseconds of a first and a second start of `npm run local`, each until the page answers. */
export async function timeLocal(): Promise<{ readonly firstMs: number; readonly secondMs: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-local-'));
  const settings = {
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOCAL_TEAMS_PORT: String(await freePort()),
    OPEN_BROWSER: '0',
  };
  try {
    return { firstMs: await timeOneLocal(settings), secondMs: await timeOneLocal(settings) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds from `npm start`, its build included, until /health answers. */
export async function timeNpmStart(environment: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = command(['npm', 'start'], { ...environment, PORT: String(port) });
  try {
    await untilHealthy(child, port);
    return performance.now() - began;
  } finally {
    await end(child, 'SIGTERM');
  }
}

async function timeOneLocal(settings: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now();
  const child = command(['npm', 'run', 'local'], settings);
  try {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await untilAnswers(child, () => /Ready: (\S+)/.exec(said)?.[1]);
    return performance.now() - began;
  } finally {
    await end(child, 'SIGINT');
  }
}

/** A command as a terminal runs it, in a process group of its own. */
function command(words: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return spawn('env', [...set, ...words], {
    cwd: TOP,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Signals the whole group, as Ctrl-C does, and waits until nobody of it holds the output any more. */
function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    process.kill(-pid, signal);
  });
}
