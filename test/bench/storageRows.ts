import { Client, Rota } from './asking';
import { askers } from './people';
import type { Row } from './rows';
import type { Say } from './runBench';
import type { Stack } from './stack';
import { botEnvironment, startBot } from './stack';
import { StorageCounter } from './storageCounter';

const PEOPLE = 10;
const QUESTIONS_EACH = 2;

/** What a question asks of storage. A bot of its own, because the counting takes time. */
export async function countStorage(stack: Stack, texts: readonly string[], say: Say): Promise<Row[]> {
  say('Counting the requests to storage …');
  const counter = await StorageCounter.open(stack.azurite.connectionString);
  const bot = await startBot(botEnvironment(stack, 'counted', counter.connectionString));
  const client = new Client(stack.sink);
  const rota = new Rota(askers(PEOPLE, 'counted'), texts);
  try {
    for (let turn = 0; turn < PEOPLE; turn++) await client.ask(bot.endpoint, ...rota.turn());
    counter.reset();
    for (let turn = 0; turn < PEOPLE * QUESTIONS_EACH; turn++) await client.ask(bot.endpoint, ...rota.turn());
  } finally {
    // Stopping waits for what is done behind a turn, so that all of it is counted.
    await bot.stop();
    client.close();
    await counter.close();
  }
  const each = counter.requests / (PEOPLE * QUESTIONS_EACH);
  return [
    { row: 'requests to storage of a question', figure: each, unit: '' },
    { row: 'conflicts in storage (409, 412)', figure: counter.conflicts, unit: '', limit: 0 },
  ];
}
