import type { Figures } from './attack';
import { attack } from './attack';
import { campaignUnderFire } from './campaignUnderFire';
import type { Field, Job } from './field';
import { missedIn, missedInCampaign } from './figures';
import type { FaultResults } from './figures';
import { AcknowledgementJob } from './jobs/acknowledgement';
import { QuestionJob } from './jobs/question';
import { ReportJob } from './jobs/report';
import { SeededRandom } from './random';
import type { Running } from './run';
import { startField } from './run';
import { twoProcesses } from './twoProcesses';

/** The jobs that are played under fire. */
export const JOBS = ['question', 'acknowledgement', 'report'] as const;
export type JobName = (typeof JOBS)[number];

export interface FaultOptions {
  /** Of each job. */
  readonly kills: number;
  /** One job alone. */
  readonly only?: JobName | undefined;
  /** Rounds of two processes. */
  readonly pairs: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
  /** A request to so many people, and the kills while it is sent. */
  readonly campaign?: { readonly people: number; readonly kills: number } | undefined;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
}

/** A round takes several kills; so many rounds reach them even when most miss. The people for them must be there. */
const roundsFor = (kills: number): number => Math.ceil(kills / 2) + 2;

/** The run was told to end before it was through. */
export class EndedEarly extends Error {}

/**
 * Plays all three jobs under fire, then two processes at once, then a request to many. @throws when the run is ended
 * early or something never comes.
 */
export async function runFaults(options: FaultOptions): Promise<FaultResults> {
  const { kills, seed, campaign: wanted, progress, signal } = options;
  const startedAt = new Date();
  const jobs = kills > 0 ? await jobsUnderFire(options) : NO_JOBS;
  const fire = wanted && wanted.kills > 0 ? { ...wanted, seed, progress, ended: aborted(signal) } : undefined;
  const campaign = fire && (await campaignUnderFire(fire));
  const missed = [...jobs.missed, ...(campaign ? missedInCampaign(campaign) : [])];
  const seconds = Math.round((Date.now() - startedAt.getTime()) / 1_000);
  return { seed, startedAt: startedAt.toISOString(), seconds, ...jobs, campaign, missed };
}

type JobResults = Pick<FaultResults, 'jobs' | 'twoProcesses' | 'errors' | 'missed'>;
const NO_JOBS: JobResults = { jobs: [], twoProcesses: undefined, errors: [], missed: [] };

async function jobsUnderFire(options: FaultOptions): Promise<JobResults> {
  const { kills, pairs, seed, progress, signal } = options;
  const rounds = roundsFor(kills);
  progress(`seed ${seed}: ${kills} kills in each job. Starting storage, local Teams and the bot …`);
  const running = await startField({
    askers: QuestionJob.askersFor(rounds),
    reporters: ReportJob.reportersFor(rounds),
    teams: rounds,
    pairs,
  });
  try {
    const { failed } = running.field.bot;
    const played = await Promise.race([play(running, options, rounds), failed, aborted(signal)]);
    const missed = missedIn(played.jobs, played.twoProcesses, running.errors);
    return { ...played, errors: running.errors, missed };
  } finally {
    await running.stop();
  }
}

async function play(
  { field }: Running,
  { kills, only, pairs, seed, progress }: FaultOptions,
  rounds: number,
): Promise<Pick<FaultResults, 'jobs' | 'twoProcesses'>> {
  const random = new SeededRandom(seed);
  const jobs: Figures[] = [];
  for (const job of jobsOn(field, rounds, only)) jobs.push(await attack(field, job, kills, random, progress));
  progress(`two processes: ${pairs} rounds`);
  return { jobs, twoProcesses: pairs > 0 ? await twoProcesses(field, pairs) : undefined };
}

function jobsOn(field: Field, rounds: number, only?: JobName): Job[] {
  const all: Job[] = [
    new QuestionJob(field, rounds),
    new AcknowledgementJob(field, rounds),
    new ReportJob(field, rounds),
  ];
  return all.filter(({ name }) => only === undefined || name === only);
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new EndedEarly('Ended early: nothing of it is left running.'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
  });
}
