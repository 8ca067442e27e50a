import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const TOP = join(__dirname, '..', '..');
/** A start that takes longer is broken and not slow. */
const START_LIMIT_MS = 60_000;
const TSX = ['--import', 'tsx'];

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

/**
 * Runs a TypeScript file and waits until /health answers.
 * @param environment all of it but PORT; nothing is inherited.
 * @throws Error with what it said, when it ends or does not answer.
 */
export async function startMetered(
  file: string,
  port: number,
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<MeteredProcess> {
  const began = performance.now();
  const meter = ['--import', join(__dirname, 'meter.ts')];
  const child = spawn(process.execPath, [...nodeOptions, ...TSX, ...meter, join(TOP, file)], {
    cwd: TOP,
    env: { ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  await untilHealthy(child, port);
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    startedInMs: performance.now() - began,
    usage: () => usageOf(child),
    stop: () => ended(child, () => child.kill('SIGTERM')),
  };
}

/** Waits until a bot answers /health with 200. @throws Error with its last words when it ends before that. */
export async function untilHealthy(child: ChildProcess, port: number): Promise<void> {
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const giveUp = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUp) {
    if (child.exitCode !== null) throw new Error(`It ended before it listened.\n${said.join('')}`);
    if (await answers(`http://127.0.0.1:${port}/health`)) return;
    await sleep(10);
  }
  child.kill('SIGKILL');
  throw new Error(`It did not answer within ${START_LIMIT_MS / 1_000} s.\n${said.join('')}`);
}

/** Asks a process to end and waits until it is gone. */
export function ended(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    ask();
  });
}

/** Whether the address answers with a success. */
export async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch (error) {
    // Nobody listens yet: that is what is waited for.
    return error instanceof TypeError ? false : Promise.reject(error as Error);
  }
}

function usageOf(child: ChildProcess): Promise<Usage> {
  return new Promise((resolve, reject) => {
    child.once('message', (usage) => resolve(usage as Usage));
    child.send('measure', (error) => error && reject(error));
  });
}
