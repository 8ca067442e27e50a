import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, refusalWords } from './engine/build/build';
import { vectorCacheFile, withVectorCache } from './engine/build/vectorCache';
import { loadSentenceEncoder } from './engine/sentenceEncoder';
import { contentFolder } from './policy';

/** `npm run policy:build`: checks the policy owner's files and writes content/engine.json. */
async function main(folder: string): Promise<number> {
  const encoder = withVectorCache(await loadSentenceEncoder(), vectorCacheFile);
  const result = await build(folder, encoder, (step) => process.stdout.write(`${step}\n`));
  encoder.save();
  if (!('file' in result)) {
    process.stderr.write(refusalWords(result.problems));
    return 1;
  }
  writeFileSync(join(folder, 'engine.json'), result.file);
  process.stdout.write('The policy is checked and content/engine.json is written.\n');
  return 0;
}

if (require.main === module) {
  void main(process.argv[2] ?? contentFolder).then((code) => {
    process.exitCode = code;
  });
}
