import { z } from 'zod';

const personSchema = z.object({ id: z.string(), name: z.string() });

/** Whoever has to hear of it. `answer`: whoever asked hears what was decided. */
export const TO_TELL = ['second', 'dataProtection', 'reporter', 'answer'] as const;
export type ToTell = (typeof TO_TELL)[number];

export const revealSchema = z.object({
  /** The handler who asks who reported. */
  by: personSchema,
  /** The handler who agrees, or hears of it where life is at risk. */
  second: personSchema.optional(),
  reason: z.string(),
  lifeAtRisk: z.boolean(),
  /** Why the reporter is not told; empty where they are. */
  unsafe: z.string(),
  state: z.enum(['asked', 'agreed', 'refused']),
  /** The second handler could not be written to, so it counts as refused. */
  unreached: z.boolean().optional(),
  /** ISO time of the last step of it. */
  at: z.string(),
  /** Those who heard of it, or cannot. */
  told: z.array(z.enum(TO_TELL)),
  /** How often telling failed in a way that may pass. */
  failures: z.int().nonnegative(),
});
/** Whoever asks who reported a case. The name itself is nowhere but in its seal. */
export type Reveal = z.infer<typeof revealSchema>;

/** What a reveal adds to a case: the last one; those before are in the history. */
export const revealFields = { reveal: revealSchema.optional() };

/** What it adds to the history. */
export const REVEAL_EVENTS = [
  'revealAsked',
  'revealAtRisk',
  'revealAgreed',
  'revealRefused',
  'nameShown',
  'revealTold',
  'revealNotTold',
] as const;

export const REVEAL_EVENT_WORDS: Readonly<Record<(typeof REVEAL_EVENTS)[number], string>> = {
  revealAsked: 'It was asked who reported this',
  revealAtRisk: 'The name was opened because a life is at risk',
  revealAgreed: 'A second handler agreed that the name is shown',
  revealRefused: 'A second handler did not agree that the name is shown',
  nameShown: 'The name of the reporter was shown',
  revealTold: 'Told that the name may be seen',
  revealNotTold: 'Could not be told that the name may be seen',
};
