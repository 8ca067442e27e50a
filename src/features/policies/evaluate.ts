import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadEngine } from './engine/loadEngine';
import { figures, table } from './engine/evaluation/figures';
import { judge } from './engine/evaluation/judge';
import { developmentSet, heldBackSet } from './engine/evaluation/ownSets';
import { readItems } from './engine/evaluation/readItems';
import { contentFolder } from './policy';

const usage = 'Usage: npm run evaluate [-- FILE [--out FILE]]';

/** Most bad lines that are named, so that a wrong file does not fill the screen. */
const namedProblems = 20;

/** Where the command's words go. */
export interface Output {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/**
 * `npm run evaluate`: puts every line of a file to the engine and prints the figures.
 * The result lines go to the file of `--out`, or are printed before the figures.
 * Without a file, the figures of the content's own held-back and development sets.
 * @returns the exit code: 0 when every line was put to the engine, 1 when a file is wrong, 2 for wrong usage
 */
export async function evaluate(args: string[], output: Output): Promise<number> {
  const fail = (message: string, code: number): number => {
    output.complain(`${message}\n`);
    return code;
  };
  const paths = readArguments(args);
  if (paths === undefined) return fail(usage, 2);
  if (paths.file === undefined) return evaluateOwnSets(output);
  const text = readText(paths.file);
  if (text === undefined) return fail(`${paths.file} cannot be read. ${usage}`, 1);
  const { items, problems } = readItems(text);
  if (problems.length > 0) return fail(describe(paths.file, problems), 1);
  const judged = await judge(await loadEngine(), items);
  const lines = judged.map(({ result }) => `${JSON.stringify(result)}\n`).join('');
  if (paths.out === undefined) output.print(`${lines}\n`);
  else if (!writeText(paths.out, lines)) return fail(`${paths.out} cannot be written.`, 1);
  output.print(`${items.length} items\n${table(figures(judged))}\n`);
  return 0;
}

async function evaluateOwnSets({ print }: Output): Promise<number> {
  const engine = await loadEngine();
  for (const { name, items } of [heldBackSet(contentFolder), developmentSet(contentFolder)]) {
    print(`${name}: ${items.length} items\n${table(figures(await judge(engine, items)))}\n\n`);
  }
  return 0;
}

interface Paths {
  file: string | undefined;
  out: string | undefined;
}

function readArguments(args: string[]): Paths | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const tooFew = file === undefined && values.out !== undefined;
    return tooFew || others.length > 0 ? undefined : { file, out: values.out };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isFileError(error)) return undefined;
    throw error;
  }
}

function writeText(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    if (isFileError(error)) return false;
    throw error;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function describe(file: string, problems: readonly string[]): string {
  const more = problems.length - namedProblems;
  const lines = problems.slice(0, namedProblems).map((problem) => `  ${problem}`);
  return [`${file} was not evaluated:`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

if (require.main === module) {
  void evaluate(process.argv.slice(2), {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  }).then((code) => {
    process.exitCode = code;
  });
}
