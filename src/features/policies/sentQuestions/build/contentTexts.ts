import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What was reviewed and what is only an example, each file as its text. */
export interface ContentTexts {
  /** The policy and the reviewed answers. */
  readonly reviewed: readonly string[];
  /** The example bank, one text for each file. */
  readonly examples: readonly string[];
}

const REVIEWED = ['social-media-policy.txt', 'answers.json', 'policy.json'];
const EXAMPLES = ['outOfScope.json', 'smallTalk.json'];

/** The words of the policy owner's files. Their form does not matter here, so another form breaks nothing. */
export function readContentTexts(folder: string): ContentTexts {
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
  const banks = readdirSync(join(folder, 'examples'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  );
  return {
    reviewed: REVIEWED.map((name) => read(name)),
    examples: [...EXAMPLES.map((name) => read(name)), ...banks.sort().map((name) => read('examples', name))],
  };
}
