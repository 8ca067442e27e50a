import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Turn } from '../../../bot/turn';
import type { Clock } from '../../../clock';

const FEATURE = 'policies';
/** How many of a person's own questions are kept to understand the next one. */
const KEPT = 3;
/** Characters of one question that are kept. */
const LONGEST_KEPT = 300;
/** After this a new question stands on its own. */
const STALE_AFTER_MS = 30 * 60_000;

const memorySchema = z.object({
  questions: z.array(z.string()),
  /** When the last question was asked, in ISO 8601. */
  askedAt: z.string(),
  /** The clause that was answered last, for the feedback buttons under the answer. */
  answered: z.string().optional(),
});

/** The person's earlier questions, oldest first. None in a channel, where others ask too, and none when long ago. */
export function recentQuestions(turn: Turn, clock: Clock): readonly string[] {
  const memory = turn.place.kind === 'personal' ? turn.state.get(FEATURE, memorySchema) : undefined;
  if (!memory || clock.now().getTime() - Date.parse(memory.askedAt) > STALE_AFTER_MS) return [];
  return memory.questions;
}

/** Keeps a question for the next one; nothing is kept from a channel. */
export function rememberQuestion(
  turn: Turn,
  question: string,
  answered: string | undefined,
  clock: Clock,
): void {
  if (turn.place.kind !== 'personal') return;
  const questions = [...recentQuestions(turn, clock), question.slice(0, LONGEST_KEPT)].slice(-KEPT);
  turn.state.set(FEATURE, { questions, askedAt: clock.now().toISOString(), answered });
}

/** Notes the clause that an answer was given from, without a question of its own (a press). */
export function rememberAnswered(turn: Turn, answered: string): void {
  const memory = turn.state.get(FEATURE, memorySchema);
  if (memory) turn.state.set(FEATURE, { ...memory, answered });
}

/** The clause of the last answer in this conversation. */
export function lastAnswered(turn: Pick<Turn, 'state'>): string | undefined {
  return turn.state.get(FEATURE, memorySchema)?.answered;
}

/** A question that is still remembered, with those before it, oldest first. */
export interface RecentQuestion {
  readonly text: string;
  readonly before: readonly string[];
}

/** Names a question on a card, where no words of it may stand. */
export function questionKey(question: string): string {
  return createHash('sha256').update(question.slice(0, LONGEST_KEPT)).digest('hex').slice(0, 16);
}

/** @param key of the question; without one the last question is meant */
export function recentQuestion(turn: Turn, clock: Clock, key?: string): RecentQuestion | undefined {
  const questions = recentQuestions(turn, clock);
  const at = questions.findLastIndex((question) => key === undefined || questionKey(question) === key);
  const text = questions[at];
  return text === undefined ? undefined : { text, before: questions.slice(0, at) };
}

/** Forgets a question, so that nothing here tells that it was this person's. */
export function forgetQuestion(turn: Turn, key: string): void {
  const memory = turn.state.get(FEATURE, memorySchema);
  if (!memory) return;
  const questions = memory.questions.filter((question) => questionKey(question) !== key);
  turn.state.set(FEATURE, { ...memory, questions });
}
