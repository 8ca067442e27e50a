import { z } from 'zod';
import type { Turn } from '../../../bot/turn';
import type { Clock } from '../../../clock';

const FEATURE = 'policies';
/** After this a new question stands on its own. */
const STALE_AFTER_MS = 30 * 60_000;

const memorySchema = z.object({
  /** The last questions, oldest first, without names. */
  questions: z.array(z.string()),
  /** When the last question was asked, in ISO 8601. */
  askedAt: z.string(),
  /** The clause that was answered last, for the feedback buttons under the answer. */
  answered: z.string().optional(),
  /** The clauses that fit the last question and were not shown, best first. Not set: there is no topic in hand. */
  others: z.array(z.string()).optional(),
  /** The protected topic that the last question touches. */
  protectedTopic: z.string().optional(),
});

/** What is remembered of the conversation about the policy with one person in their own chat. */
export type ConversationMemory = z.infer<typeof memorySchema>;

/** Whatever is remembered, however old. */
export function memoryOf(turn: Pick<Turn, 'state'>): ConversationMemory | undefined {
  return turn.state.get(FEATURE, memorySchema);
}

/** What is remembered and still counts. Nothing in a channel, where others ask too, and nothing when long ago. */
export function freshMemory(turn: Turn, clock: Clock): ConversationMemory | undefined {
  const memory = turn.place.kind === 'personal' ? memoryOf(turn) : undefined;
  return memory && clock.now().getTime() - Date.parse(memory.askedAt) <= STALE_AFTER_MS ? memory : undefined;
}

/** Keeps it for the next turns; nothing is kept from a channel. */
export function keepMemory(turn: Turn, memory: ConversationMemory): void {
  if (turn.place.kind === 'personal') turn.state.set(FEATURE, memory);
}
