import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Storage } from '../storage/storage';
import { DueWork } from './dueWork';
import type { DueJob, JobResult, Jobs } from './jobs';
import { KindRunner } from './kindRunner';
import { Lease } from './lease';
import { Looking } from './looking';

export interface JobsOptions {
  readonly storage: Storage;
  /** The product's clock: says what is due. */
  readonly clock: Clock;
  readonly log: Log;
  /** The same after a restart, and no other instance's. */
  readonly instanceId: string;
  /** 15 to 60. */
  readonly leaseSeconds?: number;
  /** Real milliseconds between renewals of the lease; a third of it when not said. */
  readonly renewMs?: number;
  /** How often others' work and the lease are looked for, in real milliseconds. */
  readonly pollMs?: number;
}

/** `failing`: storage does not answer. */
export type JobsHealth = 'working' | 'standby' | 'stopped' | 'failing';

/** The runner's own life, for main.ts and tests. */
export interface JobsRunner extends Jobs {
  start(): void;
  /** Lets what is under way come to a safe point, at most 10 s, and gives the lease to whoever is next. */
  stop(): Promise<void>;
  /** Looks for due work now: after the clock was moved. */
  nudge(): void;
  health(): JobsHealth;
  /** Resolves when nothing is due and nothing under way. */
  whenIdle(): Promise<void>;
}

const STOP_MS = 10_000;
const IDLE_CHECK_MS = 10;

export function createJobs(options: JobsOptions): JobsRunner {
  return new Runner(options);
}

class Runner implements JobsRunner {
  private readonly kinds = new Map<string, KindRunner>();
  private readonly dueWork: DueWork;
  private readonly lease: Lease;
  private readonly looking: Looking;
  private readonly pollMs: number;
  private readonly renewMs: number;
  private readonly stopping = new AbortController();
  private life: Promise<void> | undefined;
  private storageAway = false;

  constructor(private readonly options: JobsOptions) {
    const { storage, instanceId, leaseSeconds = 30, pollMs = 1_000, renewMs } = options;
    this.dueWork = new DueWork(storage);
    this.lease = new Lease(() => storage.container('leases'), 'jobs', instanceId, leaseSeconds);
    this.looking = new Looking(() => this.nudgeKindsDue(), this.mayWork);
    this.pollMs = pollMs;
    this.renewMs = renewMs ?? (leaseSeconds * 1_000) / 3;
  }

  on(kind: string, work: (job: DueJob) => Promise<JobResult>): void {
    if (this.kinds.has(kind)) throw new Error(`The kind of job "${kind}" is registered twice.`);
    const { clock, log } = this.options;
    const setting = {
      dueWork: this.dueWork,
      clock,
      log,
      mayWork: this.mayWork,
      storageAnswered: this.storageAnswered,
    };
    this.kinds.set(kind, new KindRunner(kind, work, setting));
  }

  async schedule(
    kind: string,
    key: string,
    at: Date,
    payload: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.dueWork.put(kind, key, at, payload);
    if (at <= this.options.clock.now()) this.kinds.get(kind)?.nudge();
  }

  scheduleByLatest(kind: string, key: string, at: Date): Promise<void> {
    return this.dueWork.putByLatest(kind, key, at);
  }

  cancel(kind: string, key: string): Promise<void> {
    return this.dueWork.remove(kind, key);
  }

  start(): void {
    this.life ??= this.live();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.life;
    const settled = Promise.all([...this.kinds.values()].map((kind) => kind.settled()));
    const bound = new AbortController();
    await Promise.race([settled, sleep(STOP_MS, undefined, { signal: bound.signal }).catch(() => undefined)]);
    bound.abort();
    await this.lease.release().catch((error: unknown) => this.storageAnswered(error));
  }

  nudge(): void {
    this.looking.again();
  }

  health(): JobsHealth {
    if (!this.life || this.stopping.signal.aborted) return 'stopped';
    if (this.storageAway) return 'failing';
    return this.lease.held() ? 'working' : 'standby';
  }

  async whenIdle(): Promise<void> {
    const all = [this.looking, ...this.kinds.values()];
    while (!this.stopping.signal.aborted) {
      // Storage is asked only where memory does not know.
      if (all.some(({ busy }) => busy)) {
        await Promise.all(all.map((each) => each.settled()));
        continue;
      }
      const due = await this.kindsDue();
      if (due.length === 0 && !all.some(({ busy }) => busy)) return;
      for (const kind of due) kind.nudge();
      await sleep(IDLE_CHECK_MS);
    }
  }

  /** One question to storage for all kinds, not one for each. */
  private async kindsDue(): Promise<KindRunner[]> {
    const due = await this.dueWork.kindsDue(this.options.clock.now());
    return [...due].flatMap((kind) => this.kinds.get(kind) ?? []);
  }

  private async nudgeKindsDue(): Promise<void> {
    try {
      const due = await this.kindsDue();
      this.storageAnswered();
      for (const kind of due) kind.nudge();
    } catch (error) {
      this.storageAnswered(error);
    }
  }

  /** Takes the lease, renews it well before it runs out, and looks for work, until it is stopped. */
  private async live(): Promise<void> {
    let renewAt = -Infinity;
    while (!this.stopping.signal.aborted) {
      if (!this.lease.held() || performance.now() >= renewAt) {
        renewAt = performance.now() + this.renewMs;
        await this.takeLease();
      }
      this.nudge();
      await sleep(this.pollMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async takeLease(): Promise<void> {
    const before = this.lease.held();
    try {
      const held = await this.lease.take();
      this.storageAnswered();
      if (held !== before) this.options.log.info(held ? 'jobs.leaseTaken' : 'jobs.leaseLost');
    } catch (error) {
      this.storageAnswered(error);
    }
  }

  private readonly mayWork = (): boolean => this.lease.held() && !this.stopping.signal.aborted;

  /** One line when storage goes away and one when it is back, however long that takes. */
  private readonly storageAnswered = (error?: unknown): void => {
    const away = error !== undefined;
    if (away && !this.storageAway) this.options.log.error('jobs.storageAway', error);
    if (!away && this.storageAway) this.options.log.info('jobs.storageBack');
    this.storageAway = away;
  };
}
