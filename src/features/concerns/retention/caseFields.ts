import { z } from 'zod';

/** What retention adds to a case: while it is kept, nothing erases it. */
export const keptFields = {
  /** Its erasure has begun, so it is there for nobody any more; a crash in between leaves this to go on from. */
  erasing: z.literal(true).optional(),
  kept: z
    .object({ by: z.object({ id: z.string(), name: z.string() }), at: z.string(), reason: z.string() })
    .optional(),
};

/** What stays of a case that was erased: that there was one, and nothing of what it was about. */
export const erasedSchema = z.object({
  type: z.literal('erased'),
  reference: z.string(),
  /** YYYY-MM-DD. */
  erasedOn: z.string(),
  /** How many steps its history had. */
  events: z.int().nonnegative(),
  /** Where the chain of its history ends. */
  historyHead: z.string().optional(),
});
export type ErasedCase = z.infer<typeof erasedSchema>;

/** What it adds to the history. */
export const KEEPING_EVENTS = ['kept', 'letGo'] as const;

export const KEEPING_EVENT_WORDS: Readonly<Record<(typeof KEEPING_EVENTS)[number], string>> = {
  kept: 'It is not erased until further notice',
  letGo: 'It is erased again when its time has come',
};
