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
  /** TypeScript, from the top of the repository. */
  readonly file: string;
  readonly port: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

/** Runs a TypeScript file and waits until /health answers. @throws Error with what it said when it does not. */
export async function startMetered(start: Start): Promise<MeteredProcess> {
  const { file, port, args = [], environment = {}, nodeOptions = [] } = start;
  const began = performance.now();
  const loaded = ['--import', 'tsx', '--import', join(__dirname, 'meter.ts')];
  const child = spawn(process.execPath, [...nodeOptions, ...loaded, join(TOP, file), ...args], {
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
