import { z } from 'zod';

/** What a row keeps of a second administrator's word on something that one alone may not do. */
export const secondWordFields = {
  state: z.enum(['asked', 'approved', 'refused']),
  /** Administrators who have the card. */
  told: z.array(z.string()),
  decidedBy: z.string().optional(),
  decidedByName: z.string().optional(),
  /** When the one who asked had word of the decision, or cannot have it (ISO). */
  askerToldAt: z.string().optional(),
};
export type SecondWord = z.infer<z.ZodObject<typeof secondWordFields>>;

/** What an administrator answered. */
export interface Decision {
  readonly state: 'approved' | 'refused';
  readonly by: string;
  readonly byName: string;
}

/** The row after a decision; the first one stands. */
export function afterDecision<T extends SecondWord>(row: T, { state, by, byName }: Decision): T {
  return row.state === 'asked' ? { ...row, state, decidedBy: by, decidedByName: byName } : row;
}

/** The row after one more administrator got the card. */
export function afterTelling<T extends SecondWord>(row: T, personId: string): T {
  return row.told.includes(personId) ? row : { ...row, told: [...row.told, personId] };
}

/** Everybody who may decide: the one who asks is not among them. @param administrators Entra object ids */
export function otherAdministrators(administrators: readonly string[], askerId: string): string[] {
  return [...new Set(administrators.map((id) => id.toLowerCase()))].filter((id) => id !== askerId);
}
