import type { Client, Rota } from './asking';
import { pace } from './asking';
import type { Asker } from './people';
import { LIMITS } from './limits';
import { percentile } from './percentiles';
import type { Row } from './rows';

/** Questions that are asked in a second while the bare turns go on. */
const QUESTIONS_A_SECOND = 20;
const BARE_TURNS_A_SECOND = 10;

/**
 * Whether questions hold up everybody else: turns that ask nothing (Teams tells of something that the bot ignores)
 * beside twenty questions a second.
 */
export async function bareTurnsBesideQuestions(
  client: Client,
  endpoint: string,
  rota: Rota,
  people: readonly Asker[],
  seconds: number,
): Promise<Row[]> {
  const questions = atRate(seconds, QUESTIONS_A_SECOND, () => client.ask(endpoint, ...rota.turn()));
  const times = await atRate(seconds, BARE_TURNS_A_SECOND, (at) => {
    const asker = people[at % people.length];
    if (!asker) throw new Error('There is nobody to write.');
    return client.tell(endpoint, asker);
  });
  const answered = await questions;
  return [
    {
      row: 'bare turn beside 20 questions a second, 99th percentile',
      figure: percentile(times, 0.99),
      unit: 'ms',
      limit: LIMITS.besideQuestions99Ms,
    },
    {
      row: 'question among 20 a second, 99th percentile',
      figure: percentile(
        answered.map(({ ms }) => ms),
        0.99,
      ),
      unit: 'ms',
    },
  ];
}

/** Begins something so often in a second, whether or not the one before has ended, and waits for all of it. */
async function atRate<T>(seconds: number, rate: number, begin: (at: number) => Promise<T>): Promise<T[]> {
  const under: Promise<T>[] = [];
  for (let at = 0; at < seconds * rate; at += 1) {
    const began = performance.now();
    under.push(begin(at));
    await pace(began, 1_000 / rate);
  }
  return Promise.all(under);
}
