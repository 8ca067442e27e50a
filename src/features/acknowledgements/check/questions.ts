import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Section } from '../policyToConfirm';

/** Where the policy owner's questions stand. */
export const QUESTIONS_FILE = join(__dirname, 'questions.json');

/** What may be chosen, in the order in which it is shown. */
export const CHOICES = ['a', 'b', 'c'] as const;
export type Choice = (typeof CHOICES)[number];

const line = z.string().trim().min(3);
const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{2,40}$/),
  clause: z.string(),
  question: line.max(250),
  options: z.tuple([line.max(150), line.max(150), line.max(150)]),
  right: z.enum(CHOICES),
  /** Said beside a right answer: explains the clause and adds nothing to it. */
  explanation: line.max(200),
});
const fileSchema = z.array(questionSchema).superRefine((questions, context) => {
  for (const problem of [...repeatedIds(questions), ...repeatedOptions(questions)])
    context.addIssue({ code: 'custom', message: problem });
});

/** One reviewed question, with its clause word for word and the part of the policy in which it stands. */
export interface CheckQuestion extends z.infer<typeof questionSchema> {
  readonly clauseText: string;
  readonly section: string;
}

/**
 * Reads and checks the questions against the policy in force.
 * @throws an Error that names the file and what is wrong with it
 */
export function loadCheckQuestions(sections: readonly Section[], file = QUESTIONS_FILE): CheckQuestion[] {
  const parsed = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return parsed.data.map((question) => {
    for (const { title, paragraphs } of sections) {
      const clause = paragraphs.find(({ clauseId }) => clauseId === question.clause);
      if (clause) return { ...question, clauseText: clause.text, section: title };
    }
    throw new Error(`${file}: the policy has no clause ${question.clause} for the question ${question.id}.`);
  });
}

type Questions = readonly z.infer<typeof questionSchema>[];

function repeatedIds(questions: Questions): string[] {
  const ids = questions.map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `The id ${id} is there twice.`);
}

function repeatedOptions(questions: Questions): string[] {
  return questions
    .filter(({ options }) => new Set(options).size < options.length)
    .map(({ id }) => `Two options of ${id} are the same.`);
}
