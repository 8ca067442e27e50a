import type { ChildProcess, StdioOptions } from 'node:child_process';
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

/** A command as a terminal runs it, in a process group of its own, which does not outlive this process. */
function command(words: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  const child = spawn('env', [...set, ...words], { cwd: TOP, detached: true, stdio });
  const endWithUs = (): void => signalGroup(child, 'SIGTERM');
  process.once('exit', endWithUs);
  child.once('close', () => process.removeListener('exit', endWithUs));
  return child;
}

/** Signals the whole group, as Ctrl-C does, and waits until nobody of it holds the output any more. */
function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    signalGroup(child, signal);
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}
