import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A start that takes longer is broken and not slow. */
const START_LIMIT_MS = 60_000;
/** Between two looks: adds half of it to a figure, on average. */
const LOOK_EVERY_MS = 10;

/** Waits until a bot answers /health with 200. */
export function untilHealthy(child: ChildProcess, port: number): Promise<void> {
  return untilAnswers(child, () => `http://127.0.0.1:${port}/health`);
}

/**
 * Waits until an address answers with a success.
 * @param address undefined while it is not known yet.
 * @throws Error with the last words of the process when it ends before that, or after a minute.
 */
export async function untilAnswers(child: ChildProcess, address: () => string | undefined): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const giveUp = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`It ended before it listened.\n${said.join('')}`);
    const known = address();
    if (known && (await answers(known))) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`It did not answer within ${START_LIMIT_MS / 1_000} s.\n${said.join('')}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch (error) {
    // Nobody listens yet: that is what is waited for.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
