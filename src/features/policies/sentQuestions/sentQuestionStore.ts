import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Storage } from '../../../storage/storage';

/** What is kept of a question that somebody sent. Nothing in it says who asked, or when within the week. */
const rowSchema = z.object({
  /** As the person saw it before it went. */
  text: z.string(),
  /** The week in which it was sent: 2026-W10. */
  week: z.string(),
  /** The topic that it was taken for, where there was one. */
  topic: z.string().optional(),
  /** The clauses that came nearest, best first. */
  clauses: z.array(z.string()),
});

export type SentQuestion = z.infer<typeof rowSchema>;

/** The questions that people chose to send to the policy team. */
export interface SentQuestionStore {
  has(week: string, row: string): Promise<boolean>;
  /** @param row a random key that nothing else knows; the same key again keeps the question once */
  keep(row: string, question: SentQuestion): Promise<void>;
  all(): Promise<SentQuestion[]>;
}

/** The rows of a week share a partition, and lie in it in the order of random keys. */
export function createSentQuestionStore(storage: Pick<Storage, 'table'>): SentQuestionStore {
  const table = storage.table('SentQuestions', rowSchema);
  return {
    has: async (week, row) => (await table.get(week, row)) !== undefined,
    keep: async (row, question) => void (await table.insert(question.week, row, question)),
    all: async () => {
      const questions: SentQuestion[] = [];
      for await (const { value } of table.list()) questions.push(value);
      return questions;
    },
  };
}

/** The week that a moment lies in, in Britain. */
export function weekOf(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: 'Europe/London' }).toFormat("kkkk-'W'WW");
}
