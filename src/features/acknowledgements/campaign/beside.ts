import { z } from 'zod';

/** The check of understanding: that it was passed, for which text and when (ISO); never how often it was tried. */
export const checkPassedSchema = z.object({ at: z.string(), versionHash: z.string() });

/** What somebody needs to understand the policy. */
export const helpSchema = z.enum(['person', 'interpreter', 'aloud']);
export type Help = z.infer<typeof helpSchema>;

export const needSchema = z.object({
  help: helpSchema,
  askedAt: z.string(),
  /** When the manager had the message, or it was clear that they cannot have it (ISO). */
  toldAt: z.string().optional(),
});

/** A signature on paper that a manager recorded; `signedOn` is a calendar day in London, the rest moments (ISO). */
export const paperSchema = z.object({
  signedOn: z.string(),
  recordedAt: z.string(),
  personToldAt: z.string().optional(),
  /** The person says that they did not sign: from then on it does not count. */
  disputedAt: z.string().optional(),
  managerToldAt: z.string().optional(),
});

/** What a card says that was changed since it was sent. */
export const cardSaysSchema = z.object({
  /** The correction of the request whose words it shows. */
  revision: z.number().int(),
  /** Tries to show a newer one that Teams did not take, and when the next one is (ISO). */
  attempts: z.number().int(),
  nextTryAt: z.string().optional(),
});
