import type { KillPlan } from './aim';
import type { Kill } from './botUnderFire';
import type { Field, Findings, Job } from './field';
import type { SeededRandom } from './random';

/** What came of one job under fire: a line of the table. */
export interface Figures extends Findings {
  readonly job: string;
  readonly rounds: number;
  readonly wanted: number;
  readonly kills: number;
  /** Kills that hit while an activity was unanswered or a request of the bot under way. */
  readonly inFlight: number;
  /** Where the kills hit: how often in which operation of Teams, or write to which table. */
  readonly places: Readonly<Record<string, number>>;
  /** How often an unanswered activity was brought again. */
  readonly redeliveries: number;
}

/** Half of the kills hit in a request to local Teams itself, half in a write to storage after it. */
const SHARE_IN_WRITES = 0.5;

/** A job that stops so often is given up: something is broken, and each time costs a long wait. */
const MOST_STOPS = 2;

/**
 * Plays a job again and again, killing the bot until it was killed so often, lets it come to rest and looks what is
 * there. What never comes counts as lost.
 * @param progress told of each round.
 */
export async function attack(
  field: Field,
  job: Job,
  wanted: number,
  random: SeededRandom,
  progress: (line: string) => void,
): Promise<Figures> {
  const { bot } = field;
  const [first, redelivered] = [bot.kills.length, bot.unanswered.redeliveries];
  const killed = (): number => bot.kills.length - first;
  await job.prepare?.();
  bot.lookInDoubt = () => job.inDoubt();
  const stops: string[] = [];
  const state = { round: 0 };
  for (; killed() < wanted && state.round < job.rounds && stops.length < MOST_STOPS; state.round++) {
    bot.attack(() => (killed() < wanted ? planned(job, random) : undefined));
    await job.play(state.round).catch((error: Error) => stops.push(error.message));
    await bot.up();
    progress(`${job.name}: round ${state.round + 1}, ${killed()} of ${wanted} kills`);
  }
  await bot.calm();
  const kills = bot.kills.slice(first);
  const findings = await job.check(kills);
  return {
    ...{ job: job.name, rounds: state.round, wanted, kills: kills.length },
    inFlight: kills.filter(hitWork).length,
    places: placesOf(kills),
    redeliveries: bot.unanswered.redeliveries - redelivered,
    ...{ ...findings, lost: [...stops, ...findings.lost] },
  };
}

function hitWork({ unanswered, requests, writes }: Kill): boolean {
  return unanswered.length + requests + writes > 0;
}

function placesOf(kills: readonly Kill[]): Record<string, number> {
  const places: Record<string, number> = {};
  for (const { plan, where } of kills) {
    const place = `${plan.when} ${where}`;
    places[place] = (places[place] ?? 0) + 1;
  }
  return places;
}

function planned({ reach }: Job, random: SeededRandom): KillPlan {
  const requests = random.whole(1, reach.requests);
  const writes = random.chance(SHARE_IN_WRITES) ? random.whole(1, reach.writes) : 0;
  return { requests, writes, when: random.chance(0.5) ? 'before' : 'after' };
}
