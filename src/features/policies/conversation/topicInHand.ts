import type { Turn } from '../../../bot/turn';
import type { Clock } from '../../../clock';
import { freshMemory, keepMemory, memoryOf } from './conversationMemory';

/** What the last question is about, for what is asked next about it. */
export interface TopicInHand {
  /** The clause that it was answered from; not set when it was not answered. */
  readonly answered?: string | undefined;
  /** The clauses that fit too and were not shown yet, best first. */
  readonly others: string[];
  /** The protected topic that the question touches. */
  readonly protectedTopic?: string | undefined;
}

/** What the last question in the person's own chat was about, while it still counts. */
export function topicInHand(turn: Turn, clock: Clock): TopicInHand | undefined {
  const { answered, others, protectedTopic } = freshMemory(turn, clock) ?? {};
  return others && { answered, others, protectedTopic };
}

/** Notes that an answer from this clause was chosen, without a question of its own. */
export function rememberAnswered(turn: Turn, answered: string, clock: Clock): void {
  const memory = freshMemory(turn, clock) ?? { questions: [], askedAt: clock.now().toISOString() };
  keepMemory(turn, { ...memory, answered, others: memory.others ?? [] });
}

/** Notes which of the clauses that fit were not shown yet. */
export function keepOthers(turn: Turn, others: string[]): void {
  const memory = memoryOf(turn);
  if (memory) keepMemory(turn, { ...memory, others });
}

/** Something else was talked about since: "why?" no longer means the last answer. */
export function letTopicGo(turn: Turn): void {
  const memory = memoryOf(turn);
  if (!memory?.others) return;
  const { others: _, protectedTopic: __, ...rest } = memory;
  keepMemory(turn, rest);
}
