import { z } from 'zod';
import type { Turn } from '../../../bot/turn';
import type { Storage } from '../../../storage/storage';
import { lastAnswered } from './recentQuestions';

/** What Teams' feedback buttons send. */
export type Reaction = 'like' | 'dislike';

/** How an answer was taken, counted for each clause. No person, no words. */
export interface FeedbackCount {
  readonly clauseId: string;
  readonly likes: number;
  readonly dislikes: number;
}

/** Activity ids of the last presses: Teams sends a press again, and it must count once. */
const REMEMBERED_PRESSES = 20;

const rowSchema = z.object({
  likes: z.int().nonnegative(),
  dislikes: z.int().nonnegative(),
  presses: z.array(z.string()),
});

/** Counts the presses of the feedback buttons under answers. */
export interface Feedback {
  /**
   * Counts a press for the clause that was answered last in this conversation: Teams names the message and not the
   * answer, and keeping which message held which answer would cost a write for each answer.
   */
  recordFeedback(turn: Pick<Turn, 'state' | 'activityId'>, reaction: Reaction): Promise<void>;
  /** All counts, for the policy owner. */
  counts(): Promise<FeedbackCount[]>;
}

export function createFeedback(storage: Pick<Storage, 'table'>): Feedback {
  const table = storage.table('Feedback', rowSchema);
  return {
    recordFeedback: async (turn, reaction) => {
      const clauseId = lastAnswered(turn);
      if (!clauseId) return;
      await table.change(clauseId, 'count', (now) => counted(now, reaction, turn.activityId));
    },
    counts: async () => {
      const counts: FeedbackCount[] = [];
      for await (const { partition, value } of table.list()) {
        counts.push({ clauseId: partition, likes: value.likes, dislikes: value.dislikes });
      }
      return counts;
    },
  };
}

type Row = z.infer<typeof rowSchema>;

/** @returns undefined when this press was counted before. */
function counted(now: Row | undefined, reaction: Reaction, activityId: string): Row | undefined {
  const { likes, dislikes, presses } = now ?? { likes: 0, dislikes: 0, presses: [] };
  if (presses.includes(activityId)) return undefined;
  return {
    likes: likes + (reaction === 'like' ? 1 : 0),
    dislikes: dislikes + (reaction === 'dislike' ? 1 : 0),
    presses: [...presses, activityId].slice(-REMEMBERED_PRESSES),
  };
}
