import type { RecentQuestion } from '../conversation/recentQuestions';
import type { AnsweringEngine, Outcome } from '../engine/outcome';
import { maySend } from './maySend';
import type { Redaction } from './redaction';
import type { SentQuestion } from './sentQuestionStore';

/** With fewer words nobody could tell what was asked. */
const LEAST_WORDS = 3;
/** Clauses that are kept with a question. */
const CLAUSES = 3;

export interface SendableDeps {
  readonly engine: AnsweringEngine;
  readonly redact: Redaction;
}

/** What would be kept of a question, or why nothing is. */
export async function sendable(
  { text, before }: RecentQuestion,
  { engine, redact }: SendableDeps,
): Promise<Omit<SentQuestion, 'week'> | 'notThis' | 'tooLittle'> {
  const outcome = await engine.ask(text, before);
  if (!maySend(text, outcome)) return 'notThis';
  const redacted = redact(text);
  if (redacted.kept < LEAST_WORDS) return 'tooLittle';
  return { text: redacted.text, clauses: outcome.clauses.slice(0, CLAUSES), ...topicOf(outcome) };
}

function topicOf(outcome: Outcome): { topic?: string } {
  return outcome.outcome === 'outofscope' && outcome.topic !== null ? { topic: outcome.topic } : {};
}
