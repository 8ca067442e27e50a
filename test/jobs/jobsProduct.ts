import { setTimeout as sleep } from 'node:timers/promises';
import type { DueJob, JobResult } from '../../src/jobs/jobs';
import type { JobsRunner } from '../../src/jobs/runner';
import { createJobs } from '../../src/jobs/runner';
import type { Log } from '../../src/log';
import { createLog } from '../../src/log';
import { Storage } from '../../src/storage/storage';
import { FakeClock } from '../support/fakeClock';

/** When the tests' clock starts. */
export const START = new FakeClock().now();

/** Instances of the product that share one storage and one clock. */
export class JobsProduct {
  readonly clock = new FakeClock();
  readonly storage: Storage;
  private readonly running: JobsRunner[] = [];

  constructor(
    connectionString: string,
    private readonly log: Log = createLog('silent'),
  ) {
    this.storage = new Storage({ kind: 'connection', connectionString }, `jobs${process.hrtime.bigint()}`);
  }

  instance(instanceId = 'one', pollMs = 20): JobsRunner {
    const { storage, clock, log } = this;
    const jobs = createJobs({ storage, clock, log, instanceId, leaseSeconds: 15, renewMs: 100, pollMs });
    this.running.push(jobs);
    return jobs;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((jobs) => jobs.stop()));
  }
}

/** Waits for a condition that the product brings about; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(2);
}

/** A promise that the test fulfils when it wants. */
export function gateway(): { readonly opened: Promise<void>; readonly open: () => void } {
  const opening: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => (opening.open = resolve));
  return { opened, open: () => opening.open?.() };
}

/** Work that does one thing and is done. */
export function doing(work: (job: DueJob) => unknown): (job: DueJob) => Promise<JobResult> {
  return (job) => {
    work(job);
    return Promise.resolve('done');
  };
}
