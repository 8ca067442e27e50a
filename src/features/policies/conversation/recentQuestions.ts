import { createHash } from 'node:crypto';
import type { Turn } from '../../../bot/turn';
import type { Clock } from '../../../clock';
import { freshMemory, keepMemory, memoryOf } from './conversationMemory';
import type { TopicInHand } from './topicInHand';

/** How many of a person's own questions are kept to understand the next one. */
const KEPT = 3;
/** Characters of one question that are kept. */
const LONGEST_KEPT = 300;

/** The person's earlier questions, oldest first. None in a channel, where others ask too, and none when long ago. */
export function recentQuestions(turn: Turn, clock: Clock): readonly string[] {
  return freshMemory(turn, clock)?.questions ?? [];
}

/** Keeps a question and what it is about for the next one. @param question without names and numbers */
export function rememberQuestion(turn: Turn, question: string, topic: TopicInHand, clock: Clock): void {
  const questions = [...recentQuestions(turn, clock), question.slice(0, LONGEST_KEPT)].slice(-KEPT);
  keepMemory(turn, { questions, askedAt: clock.now().toISOString(), ...topic });
}

/** The clause of the last answer in this conversation. */
export function lastAnswered(turn: Pick<Turn, 'state'>): string | undefined {
  return memoryOf(turn)?.answered;
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

/** Forgets a question and what it was about, so that nothing here tells that it was this person's. */
export function forgetQuestion(turn: Turn, key: string): void {
  const memory = memoryOf(turn);
  if (!memory) return;
  const { others: _, protectedTopic: __, ...rest } = memory;
  const questions = memory.questions.filter((question) => questionKey(question) !== key);
  keepMemory(turn, { ...rest, questions });
}
