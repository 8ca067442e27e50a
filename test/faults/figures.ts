import { MOST_IN_FLIGHT } from '../../src/features/acknowledgements/delivery/inFlight';
import type { Figures } from './attack';
import type { Findings } from './field';
import type { PairFigures } from './twoProcesses';

/** Kills that must hit with work in flight (issue 2, "Done when"). */
const LEAST_IN_FLIGHT = 0.8;

/** What came of a request that was sent under fire. */
export interface CampaignFigures extends Findings {
  readonly people: number;
  readonly wanted: number;
  readonly kills: number;
  /** Kills that hit while a request of the bot, to local Teams or to storage, was under way. */
  readonly inFlight: number;
  /** Who had the card without a record of it, at the worst kill. */
  readonly mostInDoubt: number;
  /** Errors in the bot's log. */
  readonly errors: readonly string[];
}

/** What a run came to, as fault-results.json holds it. */
export interface FaultResults {
  readonly seed: number;
  readonly startedAt: string;
  readonly seconds: number;
  readonly jobs: readonly Figures[];
  readonly twoProcesses: PairFigures | undefined;
  /** A request to thousands, with kills while it is sent. */
  readonly campaign?: CampaignFigures | undefined;
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

/** Which figures of a request under fire are missed, in words; empty when all are met. */
export function missedInCampaign(figures: CampaignFigures): string[] {
  const { wanted, kills, inFlight, mostInDoubt, lost, unexplained, errors } = figures;
  return [
    ...(kills < wanted ? [`request: ${kills} kills instead of ${wanted}`] : []),
    ...(inFlight < kills * LEAST_IN_FLIGHT
      ? [`request: ${inFlight} of ${kills} kills with work in flight`]
      : []),
    ...(mostInDoubt > MOST_IN_FLIGHT ? [`request: ${mostInDoubt} in flight at one kill`] : []),
    ...lost.map((what) => `request: lost: ${what}`),
    ...unexplained.map((what) => `request: doubled without cause: ${what}`),
    ...(errors.length > 0 ? [`request: the bot logged ${errors.length} errors: ${errors[0]}`] : []),
  ];
}

/** A request under fire in a few words. */
export function campaignInWords(figures: CampaignFigures): string {
  const { people, kills, inFlight, lost, doubled, mostInDoubt, unexplained } = figures;
  return [
    `A request to ${people} people: ${kills} kills, ${inFlight} with work in flight, ${lost.length} lost,`,
    `${doubled} cards twice (at most ${mostInDoubt} in flight at a kill, ${MOST_IN_FLIGHT} allowed),`,
    `${unexplained.length} of them without cause`,
  ].join(' ');
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
