import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from './policy';
import { makePlainWords } from './sentQuestions/build/makePlainWords';
import { PLAIN_WORDS_FILE } from './sentQuestions/plainWords';

/** `npm run policy:words`: writes the list of words that stay in a question that is sent to the policy team. */
async function main(folder: string): Promise<void> {
  writeFileSync(join(folder, PLAIN_WORDS_FILE), await makePlainWords(folder));
  process.stdout.write(`content/${PLAIN_WORDS_FILE} is written.\n`);
}

if (require.main === module) {
  main(process.argv[2] ?? contentFolder).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The list was not made.'}\n`);
    process.exitCode = 1;
  });
}
