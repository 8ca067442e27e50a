import { compareTurns } from './comparison';
import type { Extent } from './extent';
import { LIMITS } from './limits';
import { prepareQuestions } from './questions';
import type { Row } from './rows';
import { startStack } from './stack';
import { startsOfBot, startsOfLocal } from './starts';
import { countStorage } from './storageRows';

/** Told what is being done. */
export type Say = (line: string) => void;

/** Runs everything and gives the rows in their order. */
export async function runBench(extent: Extent, say: Say): Promise<Row[]> {
  const { texts, engineLoadMs } = await prepareQuestions();
  say(`The engine answers ${texts.length} different questions.`);
  const local = await startsOfLocal(say);
  const stack = await startStack();
  try {
    const starts = await startsOfBot(stack, extent.starts, say);
    const engine: Row = {
      row: 'the engine loads',
      figure: engineLoadMs,
      unit: 'ms',
      limit: LIMITS.engineLoadsMs,
    };
    const turns = await compareTurns(stack, texts, extent, say);
    return [...local, ...starts, engine, ...turns, ...(await countStorage(stack, texts, say))];
  } finally {
    await stack.close();
  }
}
