import { createHash } from 'node:crypto';
import type { VersionRef } from '../policyToConfirm';
import type { CheckQuestion } from './questions';

/** Short enough for a phone between two visits. */
const QUESTIONS_ASKED = 3;

/**
 * The questions for this person: the same at every look, others for a colleague and for the next version. They come
 * from different parts of the policy as far as there are any, and never two from one clause.
 */
export function questionsFor(
  bank: readonly CheckQuestion[],
  personId: string,
  version: VersionRef,
): CheckQuestion[] {
  const seed = `${personId}\n${version.policyId}:${version.versionNumber}:${version.versionHash}`;
  const ranked = bank
    .map((question) => ({ question, rank: rankOf(seed, question.id) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ question }) => question);
  const spread = firstOfEach(ranked, ({ section }) => section);
  const rest = firstOfEach(ranked, ({ clause }) => clause).filter(
    (question) => !spread.some(({ clause }) => clause === question.clause),
  );
  return [...spread, ...rest].slice(0, QUESTIONS_ASKED);
}

function rankOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

function firstOfEach(
  questions: readonly CheckQuestion[],
  kind: (question: CheckQuestion) => string,
): CheckQuestion[] {
  const first = new Map<string, CheckQuestion>();
  for (const question of questions) if (!first.has(kind(question))) first.set(kind(question), question);
  return [...first.values()];
}
