import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../asking';
import { LIMITS } from '../limits';
import type { Asker } from '../people';
import { askers } from '../people';
import { median, percentile } from '../percentiles';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import { botEnvironment, startBot, startStack } from '../stack';

/** Steps of all people together. */
const STEPS_A_SECOND = 20;
/** What everybody types up to the review; `OWN` stands for words that nobody else types. */
const OWN = 'own words';
const STEPS = ['report', 'no', 'cyber-bullying', 'me', OWN, 'show my name'];
const ownWords = (at: number): string => `Somebody wrote unkind things, and my mark is m${at}m.`;
const MARK = /m\d+m/g;

/** Many people in the middle of the guided dialog at once: each step in its time, and nobody's words with another. */
export async function inTheDialog(people: number, say: Say): Promise<Row[]> {
  say(`${people} people are in the middle of a report, ${STEPS_A_SECOND} steps a second in all …`);
  const stack = await startStack();
  try {
    const bot = await startBot(botEnvironment(stack, 'bench-dialog'));
    const client = new Client(stack.sink);
    try {
      const crowd = askers(people, 'dialog');
      const steps = await allSteps(client, bot.endpoint, crowd, (chat) => stack.sink.sentTo(chat).join('\n'));
      return rowsOf(steps);
    } finally {
      client.close();
      await bot.stop();
    }
  } finally {
    await stack.close();
  }
}

interface Step {
  readonly ms: number;
  /** No reply, or one with somebody else's words, or a review without one's own. */
  readonly wrong: boolean;
}

/** Everybody takes the first step, then everybody the second: all are in the middle for the whole of the run. */
async function allSteps(
  client: Client,
  endpoint: string,
  crowd: readonly Asker[],
  sentTo: (chat: string) => string,
): Promise<Step[]> {
  const under: Promise<Step>[] = [];
  // Nobody types on before they were answered: a bot that is behind would otherwise be blamed for the mix-up.
  const last = new Map<Asker, Promise<unknown>>();
  const began = performance.now();
  for (const text of STEPS) {
    for (const [at, asker] of crowd.entries()) {
      const answered = last.get(asker) ?? Promise.resolve();
      const next = answered.then(() => step(client, endpoint, asker, { at, text, sentTo }));
      last.set(asker, next);
      under.push(next);
      await sleep(Math.max(0, began + (under.length * 1_000) / STEPS_A_SECOND - performance.now()));
    }
  }
  return Promise.all(under);
}

async function step(
  client: Client,
  endpoint: string,
  asker: Asker,
  { at, text, sentTo }: { at: number; text: string; sentTo: (chat: string) => string },
): Promise<Step> {
  const { ms, ok } = await client.ask(endpoint, asker, text === OWN ? ownWords(at) : text);
  const shown = sentTo(asker.chat);
  const marks = new Set(shown.match(MARK) ?? []);
  const own = marks.delete(`m${at}m`);
  const reviewed = STEPS.indexOf(text) >= STEPS.indexOf(OWN);
  return { ms, wrong: !ok || marks.size > 0 || (reviewed && !own) };
}

function rowsOf(steps: readonly Step[]): Row[] {
  const times = steps.map(({ ms }) => ms);
  return [
    { row: 'step of a report, median', figure: median(times), unit: 'ms', limit: LIMITS.reportStepMs },
    { row: 'step of a report, 99th percentile', figure: percentile(times, 0.99), unit: 'ms' },
    {
      row: 'steps with a wrong answer, or with words of another report',
      figure: steps.filter(({ wrong }) => wrong).length,
      unit: '',
      limit: 0,
    },
  ];
}
