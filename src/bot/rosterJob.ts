import { DateTime } from 'luxon';
import type { Clock } from '../clock';
import type { Jobs } from '../jobs/jobs';
import type { Log } from '../log';
import type { StoredDirectory } from '../storage/directory';
import type { Roster } from './roster';
import { RosterUnreadable } from './roster';

const KIND = 'roster';
const ONE_TEAM = 'rosterOfTeam';
/** Nobody waits for anything at this hour, and the day shift finds the roles right. */
const NIGHT_HOUR = 3;

export interface RosterJobDeps {
  readonly jobs: Jobs;
  readonly directory: StoredDirectory;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reads every team's roster each night: what membersAdded and membersRemoved missed is mended here. */
export function keepRostersFresh({ jobs, directory, roster, clock, log }: RosterJobDeps): void {
  jobs.on(KIND, async () => {
    for (const team of await directory.teams()) {
      try {
        await roster.read(team);
      } catch (error) {
        if (!(error instanceof RosterUnreadable)) throw error;
        // One team that cannot be read keeps no other from being read; the next night tries again.
        log.warn('roster.unreadable', {});
      }
    }
    return { againAt: nextNight(clock.now()) };
  });
  jobs.on(ONE_TEAM, async ({ key }) => {
    const team = await directory.team(key);
    if (!team?.installed) return 'done';
    log.info('roster.read', { count: await roster.read(team) });
    return 'done';
  });
}

/** Has one team's roster read as soon as Teams gives it: a large one has many pages, and Teams waits for an answer. */
export function readRosterSoon({ jobs, clock }: Pick<RosterJobDeps, 'jobs' | 'clock'>, teamId: string) {
  return jobs.schedule(ONE_TEAM, teamId, clock.now());
}

/** Puts the first reading down; it follows itself from then on. */
export function scheduleRosters(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.scheduleByLatest(KIND, 'nightly', nextNight(clock.now()));
}

/** The next 03:00 in the council's time zone, also across a clock change. */
export function nextNight(now: Date): Date {
  const local = DateTime.fromJSDate(now, { zone: 'Europe/London' });
  const tonight = local.set({ hour: NIGHT_HOUR, minute: 0, second: 0, millisecond: 0 });
  return (tonight > local ? tonight : tonight.plus({ days: 1 })).toJSDate();
}
