import { Duration } from 'luxon';
import { nextNight } from '../bot/rosterJob';
import type { Router } from '../bot/router';
import type { Clock } from '../clock';
import type { DueJob, JobResult, Jobs } from '../jobs/jobs';
import type { Log } from '../log';
import type { Eraser } from '../storage/eraser';
import type { Roles } from '../storage/roles';
import type { Storage } from '../storage/storage';
import { holdCommand } from './holdCommands';
import { Holds } from './holds';
import type { EraserName, ScheduleRow } from './schedule';
import { loadSchedule } from './schedule';
import { sweep } from './sweep';

const RETENTION = 'retention';
const HOUR_MS = 3_600_000;

export interface RetentionDeps {
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly roles: Roles;
  readonly erasers: Readonly<Record<EraserName, Eraser>>;
  /** Done each night after it. */
  readonly afterwards: (mayGoOn: () => boolean) => Promise<void>;
}

/** Every night what has had its time is erased, as the schedule says. */
export function registerRetention(router: Router, deps: RetentionDeps): void {
  const [schedule, holds] = [loadSchedule(), new Holds(deps.storage)];
  router.onExactWords(RETENTION, (turn) => holdCommand({ ...deps, holds }, turn));
  deps.jobs.on(RETENTION, (job) => applySchedule(deps, schedule, holds, job));
}

/** Puts the first night down; it follows itself from then on. */
export function scheduleRetention(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.scheduleByLatest(RETENTION, 'nightly', nextNight(clock.now()));
}

/** One store after the other; one that fails keeps no other from its turn, and is tried again in an hour. */
async function applySchedule(
  deps: RetentionDeps,
  schedule: readonly ScheduleRow[],
  holds: Holds,
  { mayGoOn }: DueJob,
): Promise<JobResult> {
  const { clock, log } = deps;
  const failed: string[] = [];
  for (const row of schedule) {
    if (!mayGoOn()) return { againAt: clock.now() };
    try {
      await apply(deps, row, holds, mayGoOn);
    } catch (error) {
      failed.push(row.store);
      log.error('retention.failed', error, { store: row.store });
    }
  }
  await deps.afterwards(mayGoOn);
  return { againAt: failed.length > 0 ? new Date(clock.now().getTime() + HOUR_MS) : nextNight(clock.now()) };
}

async function apply(
  { storage, clock, log, erasers }: RetentionDeps,
  row: ScheduleRow,
  holds: Holds,
  mayGoOn: () => boolean,
): Promise<void> {
  if (row.rule === 'stays' || row.rule === 'with') return;
  // A hold that comes in the middle counts from then on.
  const mayErase = async (): Promise<boolean> => mayGoOn() && !(row.group && (await holds.of(row.group)));
  const before = new Date(clock.now().getTime() - Duration.fromISO(row.period).as('milliseconds'));
  const erased =
    row.rule === 'unwritten'
      ? await sweep(storage, row.store, before, mayErase)
      : await erasers[row.by].eraseBefore(before, mayErase);
  if (erased > 0) log.info('retention.erased', { store: row.store, erased });
}
