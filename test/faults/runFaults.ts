import type { Figures } from './attack';
import { attack } from './attack';
import type { Field, Job } from './field';
import { missedIn } from './figures';
import type { FaultResults } from './figures';
import { AcknowledgementJob } from './jobs/acknowledgement';
import { QuestionJob } from './jobs/question';
import { ReportJob } from './jobs/report';
import { SeededRandom } from './random';
import type { Running } from './run';
import { startField } from './run';
import { twoProcesses } from './twoProcesses';

export interface FaultOptions {
  /** Of each job. */
  readonly kills: number;
  /** Rounds of two processes. */
  readonly pairs: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
}

/** A round takes several kills; so many rounds reach them even when most miss. The people for them must be there. */
const roundsFor = (kills: number): number => Math.ceil(kills / 2) + 2;

/** The run was told to end before it was through. */
export class EndedEarly extends Error {}

/** Plays all three jobs under fire, then two processes at once. @throws when the run is ended early or something never comes. */
export async function runFaults(options: FaultOptions): Promise<FaultResults> {
  const { kills, pairs, seed, progress, signal } = options;
  const startedAt = new Date();
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
    const seconds = Math.round((Date.now() - startedAt.getTime()) / 1_000);
    const { errors } = running;
    return { seed, startedAt: startedAt.toISOString(), seconds, ...played, errors, missed };
  } finally {
    await running.stop();
  }
}

async function play(
  { field }: Running,
  { kills, pairs, seed, progress }: FaultOptions,
  rounds: number,
): Promise<Pick<FaultResults, 'jobs' | 'twoProcesses'>> {
  const random = new SeededRandom(seed);
  const jobs: Figures[] = [];
  for (const job of jobsOn(field, rounds)) jobs.push(await attack(field, job, kills, random, progress));
  progress(`two processes: ${pairs} rounds`);
  return { jobs, twoProcesses: pairs > 0 ? await twoProcesses(field, pairs) : undefined };
}

function jobsOn(field: Field, rounds: number): Job[] {
  return [
    new QuestionJob(field, rounds),
    new AcknowledgementJob(field, rounds),
    new ReportJob(field, rounds),
  ];
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new EndedEarly('Ended early: nothing of it is left running.'));
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end, { once: true });
  });
}
