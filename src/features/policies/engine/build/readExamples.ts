import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../policy';
import { openVerdict } from '../verdictModel';

/** One example line, and where the policy owner finds it. */
export interface ExampleLine {
  text: string;
  /** For example `clause:P5.9`, `topic:penalties`, `concern`. */
  label: string;
  /** How the policy answers the line as it is put; undefined where the writer gave none. */
  verdict: Verdict | undefined;
  /** Whose voice it is: the name of the file without its ending. */
  voice: string;
  /** For example `examples/cook.txt, line 12`. */
  place: string;
}

/** A line that makes sense only after an earlier question. */
export interface FollowUpLine extends ExampleLine {
  before: string;
}

/** How a writer's verdict stands in a file; `open` where neither yes nor no fits. */
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['yes', 'yes'],
  ['no', 'no'],
  ['depends', 'depends'],
  ['advice', 'advice'],
  [openVerdict, null],
]);

const heading = /^# (\S+)$/;
const separator = ' | ';

/**
 * Reads every voice of content/examples: headings such as `# clause:P5.9`, and under each one line an example.
 * @throws an Error that names the file and the line, with what to do
 */
export function readExamples(folder: string): { lines: ExampleLine[]; followUps: FollowUpLine[] } {
  const examples = join(folder, 'examples');
  if (!existsSync(examples))
    throw new Error('The folder content/examples is missing. Put it back from the last version.');
  const files = readdirSync(examples).filter((name) => name.endsWith('.txt'));
  const read = files.sort().flatMap((file) => readVoice(join(examples, file), file.slice(0, -4)));
  return {
    lines: read.filter((line) => !('before' in line)),
    followUps: read.filter((line): line is FollowUpLine => 'before' in line),
  };
}

function readVoice(path: string, voice: string): (ExampleLine | FollowUpLine)[] {
  let label = '';
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .flatMap((raw, index) => {
      const line = raw.trim();
      if (line === '') return [];
      const found = heading.exec(line)?.[1];
      if (found !== undefined) {
        label = found;
        return [];
      }
      return [readLine(line, label, voice, `examples/${voice}.txt, line ${index + 1}`)];
    });
}

function readLine(line: string, label: string, voice: string, place: string): ExampleLine | FollowUpLine {
  if (label === '')
    throw new Error(`${place}: there is no heading above it. Write one, such as "# clause:P5.9".`);
  const parts = line.split(separator);
  if (label === 'followup') return followUp(parts, voice, place);
  const verdict = label.startsWith('clause:') && parts.length > 1 ? verdicts.get(parts[0] ?? '') : undefined;
  const text = verdict === undefined ? line : parts.slice(1).join(separator);
  return { text, label, verdict, voice, place };
}

function followUp([id, verdict, before, text]: string[], voice: string, place: string): FollowUpLine {
  const known = verdicts.get(verdict ?? '');
  if (id === undefined || known === undefined || before === undefined || text === undefined) {
    throw new Error(`${place}: write it as "P5.8 | no | the question before | the follow-up".`);
  }
  return { text, before, label: `clause:${id}`, verdict: known, voice, place };
}
