import { parseArgs } from 'node:util';
import { WHAT_IT_SHOWS } from './evidence/fileFormat';
import { verifyFile } from './evidence/verifyFile';
import type { Genuine } from './evidence/verifier';

const USAGE = 'npm run verify-evidence -- FILE --key FILE [--heads FILE]';

/** `npm run verify-evidence`: checks a file of records on this machine alone. Exits 0 when it holds, 1 otherwise. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, heads: { type: 'string' } },
  });
  const [file, ...others] = positionals;
  if (!file || !values.key || others.length > 0) throw new Error(USAGE);
  const found = await verifyFile(file, values.key, values.heads);
  process.stdout.write(`${wordsOf(found, values.heads !== undefined)}\n`);
}

function wordsOf({ count, shown, made, head, headsSeen }: Genuine, withHeads: boolean): string {
  return [
    `Holds: ${count} records in an unbroken chain, ${shown} of them shown; the others are hashes alone.`,
    `Signed on ${made}. The last link is ${head}.`,
    withHeads
      ? `It agrees with ${headsSeen} daily heads.`
      : 'No daily heads were given: whoever holds the signing key could have built the chain anew (--heads).',
    WHAT_IT_SHOWS,
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
