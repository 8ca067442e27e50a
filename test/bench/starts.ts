import { LIMITS } from './limits';
import { median } from './percentiles';
import type { Row } from './rows';
import type { Say } from './runBench';
import type { Stack } from './stack';
import { botEnvironment, startBot } from './stack';
import { timeLocal, timeNpmStart } from './startUps';

/** How soon `npm run local` is usable. */
export async function startsOfLocal(say: Say): Promise<Row[]> {
  say('Starting npm run local twice …');
  const { firstMs, secondMs } = await timeLocal();
  return [
    inSeconds('npm run local is usable, first start', firstMs, LIMITS.localReadyS),
    inSeconds('npm run local is usable, second start', secondMs, LIMITS.localReadyS),
  ];
}

/** How soon the bot alone listens; the middle one of several starts. */
export async function startsOfBot(stack: Stack, starts: number, say: Say): Promise<Row[]> {
  say('Starting the bot alone …');
  const environment = botEnvironment(stack, 'starts');
  const [alone, npmStart, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let start = 0; start < starts; start++) {
    const bot = await startBot(environment);
    alone.push(bot.startedInMs);
    cpu.push((await bot.usage()).cpuMs);
    await bot.stop();
    npmStart.push(await timeNpmStart(environment));
  }
  return [
    inSeconds('the bot listens, its process alone', median(alone), LIMITS.botListensS),
    inSeconds('the bot listens, npm start with its build', median(npmStart), LIMITS.botListensS),
    { row: 'processor time until the bot listens', figure: median(cpu) / 1_000, unit: 's' },
  ];
}

function inSeconds(row: string, ms: number, limit: number): Row {
  return { row, figure: ms / 1_000, unit: 's', limit };
}
