import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bankTable, measureBank } from './engine/build/bankMeasure';
import { build, refusalWords } from './engine/build/build';
import { readBanks } from './engine/build/readBanks';
import { vectorCacheFile, withVectorCache } from './engine/build/vectorCache';
import { createEngine } from './engine/createEngine';
import { loadEngineData, parseEngineData } from './engine/engineData';
import { changesBetween, comparisonTable, type Change } from './engine/evaluation/comparison';
import type { Judged } from './engine/evaluation/figures';
import { judge } from './engine/evaluation/judge';
import { heldBackSet } from './engine/evaluation/ownSets';
import { loadSentenceEncoder, type SentenceEncoder } from './engine/sentenceEncoder';
import { contentFolder, loadPolicy } from './policy';

/** Where the command's words go. */
export interface CheckOutput {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/**
 * `npm run policy:check`: checks the policy owner's files, makes the engine's file anew, and shows what that changed
 * for the held-back messages.
 * @returns the exit code: 0 when all is well and the file is written, 1 when something is to be put right
 */
export async function checkPolicy(
  folder: string,
  encoder: SentenceEncoder,
  { print, complain }: CheckOutput,
): Promise<number> {
  const before = await judgeBefore(folder, encoder);
  const result = await build(folder, encoder, (step) => print(`${step}\n`));
  if (!('file' in result)) {
    complain(refusalWords(result.problems));
    return 1;
  }
  const engine = createEngine(loadPolicy(folder), parseEngineData(result.file), encoder);
  const after = await judge(engine, heldBackSet(folder).items);
  writeFileSync(join(folder, 'engine.json'), result.file);
  print(`\n${bankTable(measureBank(readBanks(folder).lines))}\n`);
  print(before ? comparisonOf(before, after) : `${comparisonTable([], after)}\n`);
  print('The policy is checked and content/engine.json is written.\n');
  return 0;
}

/** What the file of the last build made of the held-back messages; undefined where there is none that can be read. */
async function judgeBefore(folder: string, encoder: SentenceEncoder): Promise<Judged[] | undefined> {
  if (!existsSync(join(folder, 'engine.json'))) return undefined;
  try {
    const engine = createEngine(loadPolicy(folder), loadEngineData(folder), encoder);
    return await judge(engine, heldBackSet(folder).items);
  } catch {
    // The content or the file is not as it should be: the build says what is wrong.
    return undefined;
  }
}

function comparisonOf(before: readonly Judged[], after: readonly Judged[]): string {
  const changes = changesBetween(before, after);
  const heading = changes.length === 0 ? 'No answer changed.' : `${changes.length} answers changed:`;
  return `\n${comparisonTable(before, after)}\n\n${heading}\n${changes.map(lineOf).join('')}\n`;
}

function lineOf({ text, was, is }: Change): string {
  return `- ${text}\n    was: ${was}\n    is:  ${is}\n`;
}

async function main(): Promise<void> {
  const encoder = withVectorCache(await loadSentenceEncoder(), vectorCacheFile);
  process.exitCode = await checkPolicy(process.argv[2] ?? contentFolder, encoder, {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  });
  encoder.save();
}

if (require.main === module) void main();
