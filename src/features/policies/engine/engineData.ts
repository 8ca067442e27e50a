import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contentFolder } from '../policy';
import { verdictSchema } from '../policyFiles';
import { networkSchema } from './network';

const patternsSchema = z.strictObject({
  /** Count in whatever they stand. */
  always: z.array(z.string()),
  /** Count in everything but a plain "may I?". */
  whenTold: z.array(z.string()),
});

export const engineDataSchema = z.strictObject({
  /** SHA-256 of everything that the file was built from. */
  builtFrom: z.string(),
  /** Groups of words that mean the same here. */
  words: z.record(z.string(), z.array(z.string())),
  /** Label ("clause:P5.9", "topic:penalties", "command:help", …) to its example lines. */
  examples: z.record(z.string(), z.array(z.string())),
  /** What the writer of an example said the answer to it is; the key is the line as `keyOf` gives it. */
  verdicts: z.record(z.string(), verdictSchema),
  patterns: z.strictObject({
    danger: patternsSchema,
    distress: patternsSchema,
    /** Phrases that only sound like danger; the patterns do not see them. */
    calm: z.array(z.string()),
  }),
  /** Common words of danger and of follow-ups, which are not among the examples above. */
  moreWords: z.array(z.string()),
  /** What a message is about, and whether it is urgent. */
  network: networkSchema,
  /** What the answer to a question about a clause is. */
  verdict: networkSchema,
});

/** What the build makes of the policy owner's files and the engine runs on. */
export type EngineData = z.infer<typeof engineDataSchema>;

/** Reads content/engine.json. @throws when it is missing or not what the build wrote */
export function loadEngineData(folder: string = contentFolder): EngineData {
  return parseEngineData(readFileSync(join(folder, 'engine.json'), 'utf8'));
}

/** Reads the text of an engine's file. @throws when it is not what the build wrote */
export function parseEngineData(text: string): EngineData {
  const parsed = engineDataSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `engine.json is not what the build writes. Run: npm run policy:build\n${z.prettifyError(parsed.error)}`,
  );
}
