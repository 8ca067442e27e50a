import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Driver } from '../../src/localTeams/driver';
import { eventually } from './eventually';
import { httpControl } from './httpControl';
import { familyOf, running, runningInGroup } from './processes';

const TOP = join(__dirname, '..', '..');
/** A busy machine takes several times as long as a free one. */
const READY_MS = 90_000;
const GONE_MS = 30_000;

/** Where `npm run local` keeps its data and listens. */
export interface LaunchPlace {
  readonly dataDir: string;
  readonly port: number;
  readonly teamsPort: number;
}

/** As somebody types it, or the launcher alone, so that its process id is known. */
const COMMANDS = {
  npm: ['npm', 'run', '-s', 'local'],
  launcher: [process.execPath, '--import', 'tsx', 'src/localTeams/launch.ts'],
} as const;

/** A running `npm run local`, in a process group of its own as in a terminal. */
export class Launched {
  private readonly said: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly teams: Driver,
    readonly place: LaunchPlace,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => this.said.push(chunk.toString()));
  }

  static async start(place: LaunchPlace, how: keyof typeof COMMANDS): Promise<Launched> {
    const [command, ...rest] = COMMANDS[how];
    const { dataDir: DATA_DIR, port, teamsPort } = place;
    const own = { DATA_DIR, PORT: String(port), LOCAL_TEAMS_PORT: String(teamsPort), OPEN_BROWSER: '0' };
    const child = spawn(command, rest, {
      cwd: TOP,
      detached: true,
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const teams = new Driver(httpControl(`http://127.0.0.1:${teamsPort}`));
    const launched = new Launched(child, teams, place);
    await eventually('it says that it is ready', () => launched.isReady(), READY_MS);
    return launched;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Every process of it: the launcher, the bot, storage, and what runs them. */
  family(): number[] {
    return familyOf(this.pid);
  }

  /** Ctrl-C reaches every process of the group in the foreground. */
  ctrlC(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Waits until none of these processes is left, nor any of the group. @throws Error naming those that stay. */
  async gone(family: readonly number[]): Promise<void> {
    const left = (): number[] => [...running(family), ...runningInGroup(this.pid)];
    try {
      await eventually('every process ends', () => left().length === 0, GONE_MS);
    } catch (error) {
      throw new Error(`Left running: ${left().join()}.\n${this.said.join('')}`, { cause: error });
    }
  }

  private isReady(): boolean {
    const said = this.said.join('');
    if (this.child.exitCode !== null) throw new Error(`It ended before it was ready.\n${said}`);
    return said.includes('Ready: ');
  }
}

/** Ends what a failed test left over: its own processes only. */
export function endFamily(family: readonly number[]): void {
  for (const pid of running(family)) process.kill(pid, 'SIGKILL');
}

/** Whether somebody listens on a port of this machine. */
export async function listens(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
