import { z } from 'zod';
import { clockIdSchema } from './rules';

const saidSchema = z.object({
  applies: z.boolean().optional(),
  met: z.boolean().optional(),
  dueOn: z.iso.date().optional(),
});

/** What clocks add to a case. */
export const clockFields = {
  /** What handlers said about its clocks; who and why stands in the history. */
  clocks: z.partialRecord(clockIdSchema, saidSchema).optional(),
  /** The reminders and alarms that were given, by the key of the notice and who was told. */
  clocksTold: z.array(z.string()).optional(),
};

/** What clocks add to the history of a case. */
export const CLOCK_EVENTS = ['clockChanged', 'clockReminded', 'clockRanOut'] as const;

export const CLOCK_EVENT_WORDS: Readonly<Record<(typeof CLOCK_EVENTS)[number], string>> = {
  clockChanged: 'A clock was changed',
  clockReminded: 'A date comes near',
  clockRanOut: 'A date has passed',
};
