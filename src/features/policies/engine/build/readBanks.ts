import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, smallTalkSchema, topicsSchema } from '../../policyFiles';
import { commandNames } from '../outcome';

/** One example line, and where the policy owner finds it. */
export interface ExampleLine {
  text: string;
  label: string;
  /** For example `examples/P5.9.txt, line 12`. */
  place: string;
}

const patterns = z.array(z.string().min(3));

const bankSchema = z.strictObject({
  patterns: patterns,
  whenTold: patterns,
  otherLanguages: patterns,
  examples: z.array(z.string().min(3)).min(5),
});

const calmSchema = z.strictObject({ phrases: patterns, examples: z.array(z.string().min(2)).min(5) });

const dangerSchema = z.strictObject({ danger: bankSchema, distress: bankSchema, calm: calmSchema });

const commandsSchema = z.record(z.enum(commandNames), z.array(z.string().min(2)).min(4));

const wordsSchema = z.record(z.string(), z.array(z.string().min(2)).min(2));

/** All example lines and word lists, as the policy owner wrote them. */
export interface Banks {
  lines: ExampleLine[];
  danger: z.infer<typeof dangerSchema>;
  words: z.infer<typeof wordsSchema>;
}

/** Reads the banks of examples. @throws an Error that names the file when one cannot be read */
export function readBanks(folder: string): Banks {
  const topics = readJson(folder, 'outOfScope.json', topicsSchema);
  const talk = readJson(folder, 'smallTalk.json', smallTalkSchema);
  const commands = readJson(folder, 'commands.json', commandsSchema);
  return {
    lines: [
      ...readExamples(join(folder, 'examples')),
      ...topics.flatMap(({ id, examples }) => listed(`topic:${id}`, examples, `outOfScope.json, ${id}`)),
      ...talk.flatMap(({ id, examples }) => listed(`talk:${id}`, examples, `smallTalk.json, ${id}`)),
      ...Object.entries(commands).flatMap(([name, lines]) =>
        listed(`command:${name}`, lines, `commands.json, ${name}`),
      ),
    ],
    danger: readJson(folder, 'danger.json', dangerSchema),
    words: readJson(folder, 'words.json', wordsSchema),
  };
}

function readExamples(folder: string): ExampleLine[] {
  if (!existsSync(folder))
    throw new Error('The folder content/examples is missing. Put it back from the last version.');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((file) => {
    const name = file.slice(0, -'.txt'.length);
    const lines = readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
    return lines
      .map((line, index) => ({
        text: line.trim(),
        label: name === 'concern' ? 'concern' : `clause:${name}`,
        place: `examples/${file}, line ${index + 1}`,
      }))
      .filter((line) => line.text !== '');
  });
}

function listed(label: string, lines: readonly string[], place: string): ExampleLine[] {
  return lines.map((text, index) => ({ text, label, place: `${place}, example ${index + 1}` }));
}
