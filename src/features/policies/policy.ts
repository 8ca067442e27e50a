import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the policy owner's files stand. */
export const contentFolder = join(__dirname, 'content');

const verdictSchema = z.enum(['yes', 'no', 'depends', 'advice']).nullable();

const answerSchema = z.strictObject({
  verdict: verdictSchema,
  /** Ways of asking that this answer is for; without any, it is the usual answer of its verdict. */
  fits: z.array(z.string().min(3)).default([]),
  text: z.string().min(20).max(600),
});

const clauseAnswersSchema = z.strictObject({
  heading: z.string().min(3).max(60),
  answers: z.array(answerSchema).min(1).max(5),
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

/** The policy's answer to a question as it was asked; null where yes and no do not fit ("what", "why"). */
export type Verdict = z.infer<typeof verdictSchema>;

/** One reviewed plain-English answer. */
export type Answer = z.infer<typeof answerSchema>;

/** One clause, word for word, with what the policy owner reviewed about it. */
export interface Clause extends z.infer<typeof clauseAnswersSchema> {
  id: string;
  text: string;
}

/** Something that staff ask and the policy is silent about: what the bot says, and where to ask. */
export interface Topic {
  id: string;
  title: string;
  says: string;
  ask: string;
}

/** A kind reply to a greeting, thanks and the like. */
export interface SmallTalk {
  id: string;
  reply: string;
}

/** A policy version with everything that cards, pages and the engine say about it. */
export interface Policy {
  id: string;
  title: string;
  organisation: string;
  /** `hash` is the SHA-256 of the policy's text, in hex; `approved` is a date, or says plainly that none is set. */
  version: { number: number; hash: string; approved: string };
  /** What a person confirms when they acknowledge. */
  statement: string;
  keyPoints: { text: string; clauses: string[] }[];
  clauses: Clause[];
  topics: Topic[];
  smallTalk: SmallTalk[];
  /** The whole text as approved, artefacts included. */
  text: string;
  /** Where each part for reading begins; use `sections`. */
  starts: { title: string; from: string }[];
}

/**
 * Reads and checks the policy's content. Reads files each time: the caller keeps the result.
 * @throws a ZodError or an Error that names the file when the content is not as it should be
 */
export function loadPolicy(folder: string = contentFolder): Policy {
  const text = readFileSync(join(folder, 'social-media-policy.txt'), 'utf8');
  const { sections: starts, version, ...details } = readJson(folder, 'policy.json', detailsSchema);
  const texts = readJson(folder, 'clauses.json', clauseTextsSchema);
  return {
    ...details,
    version: { ...version, hash: createHash('sha256').update(text).digest('hex') },
    clauses: withAnswers(texts, readJson(folder, 'answers.json', answersSchema)),
    topics: readJson(folder, 'outOfScope.json', topicsSchema).map(({ id, title, says, ask }) => ({
      id,
      title,
      says,
      ask,
    })),
    smallTalk: readJson(folder, 'smallTalk.json', smallTalkSchema).map(({ id, reply }) => ({ id, reply })),
    text,
    starts,
  };
}

function withAnswers(
  texts: z.infer<typeof clauseTextsSchema>,
  answers: z.infer<typeof answersSchema>,
): Clause[] {
  const ids = new Set(texts.map(({ id }) => id));
  const problems = [
    ...[...ids]
      .filter((id) => !answers[id])
      .map((id) => `answers.json has no answer for clause ${id}. Write one.`),
    ...Object.keys(answers)
      .filter((id) => !ids.has(id))
      .map(
        (id) =>
          `answers.json has answers for ${id}, but there is no clause ${id}. Use an id from clauses.json.`,
      ),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return texts.flatMap((clause) => {
    const reviewed = answers[clause.id];
    return reviewed ? [{ ...clause, ...reviewed }] : [];
  });
}

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
    );
  }
}
