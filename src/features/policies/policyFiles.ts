import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const verdictSchema = z.enum(['yes', 'no', 'depends', 'advice']).nullable();

export const answerSchema = z.strictObject({
  verdict: verdictSchema,
  /** Ways of asking that this answer is for; without any, it is the usual answer of its verdict. */
  fits: z.array(z.string().min(3)).default([]),
  text: z.string().min(20).max(600),
});

export const clauseAnswersSchema = z.strictObject({
  heading: z.string().min(3).max(60),
  answers: z.array(answerSchema).min(1).max(8),
  suggestions: z.array(z.string().min(5).max(70)).min(2).max(3),
});

export const answersSchema = z.record(z.string(), clauseAnswersSchema);

export const clauseTextsSchema = z
  .array(z.strictObject({ id: z.string().min(1), text: z.string().min(1) }))
  .min(1);

export const detailsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(3),
  organisation: z.string().min(3),
  version: z.strictObject({ number: z.int().positive(), approved: z.string().min(3) }),
  statement: z.string().min(20),
  keyPoints: z
    .array(z.strictObject({ text: z.string().min(10).max(160), clauses: z.array(z.string()).min(1) }))
    .min(4)
    .max(6),
  sections: z.array(z.strictObject({ title: z.string().min(3).max(60), from: z.string() })).min(1),
});

export const topicsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    title: z.string().min(3).max(60),
    says: z.string().min(20).max(300),
    ask: z.string().min(5).max(300),
  }),
);

export const smallTalkSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    reply: z.string().min(5).max(300),
  }),
);

const protectedTopicSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(3).max(60),
  /** Words and phrases; `*` ends a word that may go on, `~` begins one that is also meant when it is misspelt. */
  words: z.array(z.string().regex(/^~?[a-z0-9*]+(?: [a-z0-9*]+)*$/)).min(1),
  /** Phrases in which the words mean something else. */
  unless: z.array(z.string().regex(/^[a-z0-9*]+(?: [a-z0-9*]+)*$/)),
  examples: z.array(z.string().min(5)),
});

export const protectedTopicsSchema = z.strictObject({
  line: z.string().min(20).max(300),
  topics: z.array(protectedTopicSchema).min(1),
});

/** Why a clause says what it says, in the policy's own words. */
export const reasonsSchema = z.record(
  z.string(),
  z.strictObject({
    says: z.string().min(10).max(200),
    quote: z.string().min(10),
    /** The clause that holds the quote. */
    from: z.string(),
  }),
);

export const languagesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z]{2,3}$/),
    /** In the language itself. */
    name: z.string().min(3),
    english: z.string().min(3),
    /** Who has read the lines; until somebody has, that a native speaker is to read them. */
    readBy: z.string().min(3),
    script: z.enum(['Latin', 'Cyrillic', 'Arabic']),
    /** Letters that mark the language among those of its script. */
    letters: z.string(),
    /** Frequent words that are no English ones, with spaces between. */
    words: z
      .string()
      .regex(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*$/u)
      .transform((text) => text.split(' ')),
    lines: z.strictObject({
      onlyEnglish: z.string().min(5).max(160),
      danger: z.string().regex(/999/),
      report: z.string().min(5).max(160),
    }),
  }),
);

/** Reads one JSON content file. @throws an Error that names the file and the place in it */
export function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(folder, name));
  if (parsed.success) return parsed.data;
  throw new Error(`${name} is not as it should be:\n${z.prettifyError(parsed.error)}`);
}

function parseJson(folder: string, name: string): unknown {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${name} is missing. Put it back from the last version.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${name} cannot be read: look for a comma, quotation mark or bracket too many or too few. ${where}`,
      { cause: error },
    );
  }
}
