import type { KillPlan } from './botUnderFire';
import type { Field, Findings, Job } from './field';
import type { SeededRandom } from './random';

/** What came of one job under fire: a line of the table. */
export interface Figures extends Findings {
  readonly job: string;
  readonly rounds: number;
  readonly kills: number;
  /** Kills that hit while an activity was unanswered or a request of the bot under way. */
  readonly inFlight: number;
  /** How often an unanswered activity was brought again. */
  readonly redeliveries: number;
}

/** Half of the kills hit in a request to local Teams itself, half in a write to storage after it. */
const SHARE_IN_WRITES = 0.5;

/**
 * Plays a job again and again, killing the bot until it was killed so often, lets it come to rest and looks what is there.
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
  const state = { round: 0 };
  for (; killed() < wanted; state.round++) {
    if (state.round >= job.rounds) throw new Error(`${job.name}: ${killed()} kills in ${job.rounds} rounds.`);
    bot.attack(() => (killed() < wanted ? planned(job, random) : undefined));
    await job.play(state.round);
    await bot.up();
    progress(`${job.name}: round ${state.round + 1}, ${killed()} of ${wanted} kills`);
  }
  await bot.calm();
  const kills = bot.kills.slice(first);
  return {
    job: job.name,
    rounds: state.round,
    kills: kills.length,
    inFlight: kills.filter(({ unanswered, requests, writes }) => unanswered.length + requests + writes > 0)
      .length,
    redeliveries: bot.unanswered.redeliveries - redelivered,
    ...(await job.check(kills)),
  };
}

function planned({ reach }: Job, random: SeededRandom): KillPlan {
  const requests = random.whole(1, reach.requests);
  const writes = random.chance(SHARE_IN_WRITES) ? random.whole(1, reach.writes) : 0;
  return { requests, writes, when: random.chance(0.5) ? 'before' : 'after' };
}
