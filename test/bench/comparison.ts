import type { Asked } from './asking';
import { askMany, Client, pace, Rota } from './asking';
import { bareTurnsBesideQuestions } from './besideQuestions';
import type { Extent } from './extent';
import { LIMITS } from './limits';
import type { MeteredProcess } from './meteredProcess';
import { askers } from './people';
import type { Row } from './rows';
import type { Say } from './runBench';
import type { Stack } from './stack';
import { botEnvironment, startBot, startEcho } from './stack';
import type { TurnFigures } from './turnRows';
import { replyRows, manyAtOnce, oneAtATime } from './turnRows';

/**
 * A question and the echo after it take at least this long, 30 ms together: below the 40 messages a second
 * that the bot allows itself towards Teams, and what one bot does behind its turn is not laid on the other's.
 */
const AFTER_ECHO_MS = 10;
const AFTER_QUESTION_MS = 20;
/** The interleaved turns end after this, however many were wanted. */
const PAIRS_LIMIT_MS = 90_000;
const WIDTH = 16;

/** One bot of the comparison, with its turns to come. */
interface Side {
  readonly bot: MeteredProcess;
  readonly rota: Rota;
}

/** The same people put the same questions to the echo bot and to the product, in one run. */
export async function compareTurns(
  stack: Stack,
  texts: readonly string[],
  extent: Extent,
  say: Say,
): Promise<Row[]> {
  const client = new Client(stack.sink);
  const rota = (name: string): Rota => new Rota(askers(extent.people, name), texts);
  const echo: Side = { bot: await startEcho(stack), rota: rota('echo') };
  const question: Side = { bot: await startBot(botEnvironment(stack, 'bench')), rota: rota('question') };
  try {
    const idle = await question.bot.usage();
    say('Warming up …');
    for (const { bot, rota } of [echo, question])
      await askMany(client, bot.endpoint, rota, { count: 2 * extent.people, width: WIDTH });
    say(`Asking one at a time, ${extent.pairs} echo turns and ${extent.pairs} questions in turn …`);
    const alone = await inTurn(client, echo, question, extent.pairs);
    say(`Asking ${WIDTH} at once …`);
    const crowd = await atOnce(client, echo, question, extent.crowd);
    say('Asking 20 a second, with other turns beside them …');
    const people = askers(extent.people, 'beside');
    const beside = await bareTurnsBesideQuestions(
      client,
      question.bot.endpoint,
      question.rota,
      people,
      extent.beside,
    );
    const after = await question.bot.usage();
    return [
      ...oneAtATime(alone.echo, alone.question),
      ...crowd.rows,
      ...beside,
      { row: 'memory of the bot, idle', figure: idle.memoryMb, unit: 'MB' },
      { row: 'memory of the bot, after the run', figure: after.memoryMb, unit: 'MB', limit: LIMITS.memoryMb },
      ...replyRows([...alone.echo.asked, ...crowd.echoes], [...alone.question.asked, ...crowd.questions]),
    ];
  } finally {
    client.close();
    await echo.bot.stop();
    await question.bot.stop();
  }
}

/** Turn about, so that whatever else the machine does falls on both. */
async function inTurn(
  client: Client,
  echo: Side,
  question: Side,
  pairs: number,
): Promise<Record<'echo' | 'question', TurnFigures>> {
  const asked: Record<'echo' | 'question', Asked[]> = { echo: [], question: [] };
  const before = { echo: await echo.bot.usage(), question: await question.bot.usage() };
  const giveUp = performance.now() + PAIRS_LIMIT_MS;
  while (asked.echo.length < pairs && performance.now() < giveUp) {
    asked.echo.push(await pacedTurn(client, echo, AFTER_ECHO_MS));
    asked.question.push(await pacedTurn(client, question, AFTER_QUESTION_MS));
  }
  const after = { echo: await echo.bot.usage(), question: await question.bot.usage() };
  const figures = (name: 'echo' | 'question'): TurnFigures => ({
    asked: asked[name],
    cpuMs: after[name].cpuMs - before[name].cpuMs,
  });
  return { echo: figures('echo'), question: figures('question') };
}

/** One bot after the other, each with the machine to itself. */
async function atOnce(client: Client, echo: Side, question: Side, count: number) {
  const crowd = { count, width: WIDTH };
  const echoes = await askMany(client, echo.bot.endpoint, echo.rota, crowd);
  const questions = await askMany(client, question.bot.endpoint, question.rota, crowd);
  const rows = [
    ...manyAtOnce('echo', echoes.asked, echoes.tookMs),
    ...manyAtOnce('question', questions.asked, questions.tookMs),
  ];
  return { rows, echoes: echoes.asked, questions: questions.asked };
}

async function pacedTurn(client: Client, { bot, rota }: Side, everyMs: number): Promise<Asked> {
  const began = performance.now();
  const asked = await client.ask(bot.endpoint, ...rota.turn());
  await pace(began, everyMs);
  return asked;
}
