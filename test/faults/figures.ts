import type { Figures } from './attack';
import type { PairFigures } from './twoProcesses';

/** Kills that must hit with work in flight (issue 2, "Done when"). */
const LEAST_IN_FLIGHT = 0.8;

/** What a run came to, as fault-results.json holds it. */
export interface FaultResults {
  readonly seed: number;
  readonly startedAt: string;
  readonly seconds: number;
  readonly jobs: readonly Figures[];
  readonly twoProcesses: PairFigures | undefined;
  /** Errors in the bot's log. */
  readonly errors: readonly string[];
  readonly missed: readonly string[];
}

/** Which figures are missed, in words; empty when all are met. */
export function missedIn(
  jobs: readonly Figures[],
  pairs: PairFigures | undefined,
  errors: readonly string[],
): string[] {
  const ofJobs = jobs.flatMap(({ job, wanted, kills, inFlight, lost, unexplained }) => [
    ...(kills < wanted ? [`${job}: ${kills} kills instead of ${wanted}`] : []),
    ...(inFlight < kills * LEAST_IN_FLIGHT
      ? [`${job}: ${inFlight} of ${kills} kills with work in flight`]
      : []),
    ...lost.map((what) => `${job}: lost: ${what}`),
    ...unexplained.map((what) => `${job}: doubled without cause: ${what}`),
  ]);
  const ofPairs = (pairs?.lost ?? []).map((what) => `two processes: ${what}`);
  const ofLog = errors.length > 0 ? [`the bot logged ${errors.length} errors: ${errors[0]}`] : [];
  return [...ofJobs, ...ofPairs, ...ofLog];
}

/** The table of a run, a line for each job. */
export function table(jobs: readonly Figures[], pairs: PairFigures | undefined): string {
  const heads = [
    'job',
    'rounds',
    'kills',
    'in flight',
    're-deliveries',
    'checked',
    'lost',
    'doubled',
    'without cause',
  ];
  const lines = jobs.map((figures) => [
    figures.job,
    ...[figures.rounds, figures.kills].map(String),
    `${figures.inFlight} (${Math.round((100 * figures.inFlight) / Math.max(1, figures.kills))} %)`,
    ...[figures.redeliveries, figures.expected, figures.lost.length].map(String),
    ...[figures.doubled, figures.unexplained.length].map(String),
  ]);
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const row = (cells: readonly string[]): string =>
    cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  const two = pairs
    ? [
        `\nTwo processes: ${pairs.rounds} rounds of two turns at once, ${pairs.expected} checked, ${pairs.lost.length} lost`,
      ]
    : [];
  const hits = jobs.map(({ job, places }) => `${job}: ${placesInWords(places)}`);
  return [row(heads), ...lines.map(row), '\nWhere the kills hit', ...hits, ...two].join('\n');
}

function placesInWords(places: Figures['places']): string {
  const sorted = Object.entries(places).sort(([, one], [, other]) => other - one);
  return sorted.map(([place, times]) => `${place} ${times}`).join(', ');
}
