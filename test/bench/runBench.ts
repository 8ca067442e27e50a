import { buildBot } from '../../src/bundle/buildBot';
import { buildPages } from '../../src/pages/build';
import { stopAzurite } from '../support/azurite';
import { CAMPAIGN_PARTS } from './campaign/parts';
import { CONCERNS_PARTS } from './concerns/parts';
import { compareTurns } from './comparison';
import type { Extent } from './extent';
import { LIMITS } from './limits';
import type { Questions } from './questions';
import { prepareQuestions } from './questions';
import { median, percentile } from './percentiles';
import type { Row } from './rows';
import { startStack } from './stack';
import { startsOfBot, startsOfLocal } from './starts';
import { countStorage } from './storageRows';

/** Told what is being done. */
export type Say = (line: string) => void;

/** What can be run alone. */
export const PARTS: readonly string[] = [
  'turns',
  ...Object.keys(CAMPAIGN_PARTS),
  ...Object.keys(CONCERNS_PARTS),
];

/** Runs everything, or one part alone, and gives the rows in their order. */
export async function runBench(extent: Extent, say: Say, only?: string): Promise<Row[]> {
  // The bot alone, as it is started here, is what is built, and builds nothing.
  await Promise.all([buildBot(), buildPages()]);
  const questions = await prepareQuestions(extent.phrasings);
  say(`The engine answers ${questions.texts.length} different questions.`);
  const isAsked = (name: string): boolean => only === undefined || only === name;
  const rows = isAsked('turns') ? await turnRows(extent, questions, say) : [];
  try {
    for (const [name, part] of Object.entries(CAMPAIGN_PARTS))
      if (isAsked(name)) rows.push(...(await part(extent.campaign, questions.texts, say)));
    for (const [name, part] of Object.entries(CONCERNS_PARTS))
      if (isAsked(name)) rows.push(...(await part(extent.concerns, say)));
    return rows;
  } finally {
    // Those parts share one Azurite, and its process would keep this one from ending.
    await stopAzurite();
  }
}

async function turnRows(extent: Extent, questions: Questions, say: Say): Promise<Row[]> {
  const { texts } = questions;
  const local = await startsOfLocal(say);
  const stack = await startStack();
  try {
    const starts = await startsOfBot(stack, extent.starts, say);
    const turns = await compareTurns(stack, texts, extent, say);
    return [
      ...local,
      ...starts,
      ...engineRows(questions),
      ...turns,
      ...(await countStorage(stack, texts, say)),
    ];
  } finally {
    await stack.close();
  }
}

function engineRows({ engineLoadMs, engineMs }: Questions): Row[] {
  return [
    { row: 'the engine loads', figure: engineLoadMs, unit: 'ms', limit: LIMITS.engineLoadsMs },
    { row: 'the engine alone, median', figure: median(engineMs), unit: 'ms', limit: LIMITS.questionMs },
    {
      row: 'the engine alone, 99th percentile',
      figure: percentile(engineMs, 0.99),
      unit: 'ms',
      limit: LIMITS.question99Ms,
    },
  ];
}
