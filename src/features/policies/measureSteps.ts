import { readBanks } from './engine/build/readBanks';
import { vectorCacheFile, withVectorCache } from './engine/build/vectorCache';
import { crossValidate, steps, stepsTable } from './engine/evaluation/crossValidation';
import { loadSentenceEncoder } from './engine/sentenceEncoder';
import { contentFolder, loadPolicy } from './policy';

/** Parts that the voices are dealt into; each is left out once. */
const folds = 3;

/** `npm run policy:steps`: what each thing that the engine goes by is worth, with voices that it did not learn from. */
async function main(): Promise<void> {
  const encoder = withVectorCache(await loadSentenceEncoder(), vectorCacheFile);
  const banks = readBanks(contentFolder);
  const rows: [string, Awaited<ReturnType<typeof crossValidate>>][] = [];
  for (const step of steps) {
    const print = (line: string): boolean => process.stdout.write(`${line}\n`);
    rows.push([step.name, await crossValidate(loadPolicy(), banks, encoder, step, folds, print)]);
    encoder.save();
    print(stepsTable(rows));
  }
}

void main();
