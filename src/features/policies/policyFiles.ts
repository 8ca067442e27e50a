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
    examples: z.array(z.string().min(3)).min(4),
  }),
);

export const smallTalkSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    reply: z.string().min(5).max(300),
    examples: z.array(z.string().min(1)).min(4),
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
