import type { Sent } from '../outcomes';

/** `later`: somebody may still be reached when it is tried again. `nobody`: there is nobody who could decide. */
export type ToldOthers = 'told' | 'later' | 'nobody';

/**
 * Gives every other administrator the card, once.
 * @param told those who have it
 * @param tellOne sends it to one of them, and notes that they have it
 */
export async function tellOthers(
  others: readonly string[],
  told: readonly string[],
  tellOne: (personId: string) => Promise<Sent['outcome']>,
): Promise<ToldOthers> {
  const outcomes: string[] = [];
  for (const personId of others) outcomes.push(told.includes(personId) ? 'sent' : await tellOne(personId));
  if (outcomes.includes('unavailable')) return 'later';
  return outcomes.includes('sent') ? 'told' : 'nobody';
}
