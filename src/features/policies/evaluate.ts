import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine } from './engine/createEngine';
import { loadEngineData } from './engine/engineData';
import { figures, table, type Judged } from './engine/evaluation/figures';
import { readItems } from './engine/evaluation/readItems';
import { resultLine } from './engine/evaluation/resultLine';
import { loadSentenceEncoder } from './engine/sentenceEncoder';
import { loadPolicy } from './policy';

const usage = 'Usage: npm run evaluate -- FILE [--out FILE]';

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
 * @returns the exit code: 0 when every line was put to the engine, 1 when a file is wrong, 2 for wrong usage
 */
export async function evaluate(args: string[], output: Output): Promise<number> {
  const fail = (message: string, code: number): number => {
    output.complain(`${message}\n`);
    return code;
  };
  const paths = readArguments(args);
  if (paths === undefined) return fail(usage, 2);
  const text = readText(paths.file);
  if (text === undefined) return fail(`${paths.file} cannot be read. ${usage}`, 1);
  const { items, problems } = readItems(text);
  if (problems.length > 0) return fail(describe(paths.file, problems), 1);
  const engine = createEngine(loadPolicy(), loadEngineData(), await loadSentenceEncoder());
  const judged: Judged[] = [];
  for (const item of items) {
    judged.push({ item, result: resultLine(item.id, await engine.ask(item.text, item.previous)) });
  }
  const lines = judged.map(({ result }) => `${JSON.stringify(result)}\n`).join('');
  if (paths.out === undefined) output.print(`${lines}\n`);
  else if (!writeText(paths.out, lines)) return fail(`${paths.out} cannot be written.`, 1);
  output.print(`${items.length} items\n${table(figures(judged))}\n`);
  return 0;
}

function readArguments(args: string[]): { file: string; out: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    return file === undefined || others.length > 0 ? undefined : { file, out: values.out };
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
