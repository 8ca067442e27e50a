import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { botFile, botNodeOptions } from '../bundle/buildBot';

/** How long the bot may take until it answers /health. */
const START_LIMIT_MS = 60_000;

/** The bot in a process of its own, as `npm start` runs it; `buildBot` was called before. */
export interface BotProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with its exit code (null: by a signal). */
  readonly ended: Promise<number | null>;
  /** Asks it to stop and waits until it has written its last. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): void;
}

/**
 * Starts the bot and waits until it answers.
 * @param environment all of it; nothing is inherited.
 * @param output where its log goes.
 * @throws Error with what it said when it ends before it listens.
 */
export async function launchBot(
  environment: Readonly<Record<string, string | undefined>>,
  output: (line: string) => void,
): Promise<BotProcess> {
  // The channel closes when the launcher is gone, also when it was killed, and the bot stops then.
  const child = spawn(process.execPath, [...botNodeOptions, botFile], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      if (said.length > 50) said.shift();
      output(chunk.toString());
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await untilHealthy(`http://127.0.0.1:${environment['PORT']}/health`, child, said);
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: () => child.kill('SIGKILL'),
  };
}

async function untilHealthy(address: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  const giveUp = Date.now() + START_LIMIT_MS;
  while (Date.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The bot did not start.\n${said.join('')}`);
    if (await answers(address)) return;
    await sleep(25);
  }
  child.kill('SIGKILL');
  throw new Error(`The bot did not answer within ${START_LIMIT_MS / 1000} s.\n${said.join('')}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    return response.ok;
  } catch (error) {
    // Nobody listens yet: that is what is waited for.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
