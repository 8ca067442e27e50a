import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  answersSchema,
  clauseTextsSchema,
  detailsSchema,
  languagesSchema,
  protectedTopicsSchema,
  readJson,
  reasonsSchema,
  smallTalkSchema,
  topicsSchema,
  type answerSchema,
  type clauseAnswersSchema,
  type verdictSchema,
} from './policyFiles';

/** Where the policy owner's files stand. */
export const contentFolder = join(__dirname, 'content');

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

/** What nobody is to be silenced on, whatever a clause says, and the line that says so. */
export type ProtectedTopics = z.infer<typeof protectedTopicsSchema>;

/** A topic on which nobody is to be silenced, with the words by which it is noticed. */
export type ProtectedTopic = ProtectedTopics['topics'][number];

/** Another language that staff write in, and what they are told in it. */
export type Language = z.infer<typeof languagesSchema>[number];

/** Why a clause says what it says, in the policy's own words. */
export type Reason = z.infer<typeof reasonsSchema>[string];

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
  protectedTopics: ProtectedTopics;
  /** By the id of the clause; the policy gives a reason for some of them. */
  reasons: Record<string, Reason>;
  languages: Language[];
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
    topics: readJson(folder, 'outOfScope.json', topicsSchema),
    smallTalk: readJson(folder, 'smallTalk.json', smallTalkSchema),
    protectedTopics: readJson(folder, 'protectedTopics.json', protectedTopicsSchema),
    reasons: readJson(folder, 'reasons.json', reasonsSchema),
    languages: readJson(folder, 'languages.json', languagesSchema),
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
