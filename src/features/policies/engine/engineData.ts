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
  /** Examples that are known when somebody types one of them. */
  knownLines: z.array(
    z.strictObject({
      /** "clause:P5.9", "topic:penalties", "command:help", … */
      label: z.string(),
      /** What the lines' writers said that the answer to them is. */
      verdict: verdictSchema.optional(),
      /** The lines as `keyOf` gives them. */
      keys: z.array(z.string()),
    }),
  ),
  patterns: z.strictObject({
    danger: patternsSchema,
    distress: patternsSchema,
    /** Phrases that only sound like danger; the patterns do not see them. */
    calm: z.array(z.string()),
  }),
  /** Every word that the content knows, by its root. */
  vocabulary: z.array(z.string()),
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
