import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { untilHealthy } from './waiting';

export const TOP = join(__dirname, '..', '..');

/** What a process has used so far: processor time of all its threads, and its resident memory now. */
export interface Usage {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** A bot in a process of its own. */
export interface MeteredProcess {
  readonly endpoint: string;
  /** Milliseconds from the start of the process until it answered /health. */
  readonly startedInMs: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** How a bot is started; of the environment nothing is inherited. */
export interface Start {
  /** What Node runs: its own options, then the file. */
  readonly run: readonly string[];
  readonly port: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A TypeScript file, from the top of the repository, as it is. */
export function typeScript(file: string): readonly string[] {
  return ['--import', 'tsx', join(TOP, file)];
}

/** Runs it and waits until /health answers. @throws Error with what it said when it does not. */
export async function startMetered(start: Start): Promise<MeteredProcess> {
  const { run, port, args = [], environment = {} } = start;
  const began = performance.now();
  const child = spawn(process.execPath, ['--require', join(__dirname, 'meter.cjs'), ...run, ...args], {
    cwd: TOP,
    env: { ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  await untilHealthy(child, port);
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    startedInMs: performance.now() - began,
    usage: () => usageOf(child),
    stop: () => stop(child),
  };
}

function usageOf(child: ChildProcess): Promise<Usage> {
  return new Promise((resolve, reject) => {
    child.once('message', (usage) => resolve(usage as Usage));
    child.send('measure', (error) => error && reject(error));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
