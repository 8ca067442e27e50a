import type { Parties } from '../parties';
import { hourFor } from '../remind/moment';
import { hourOn } from '../dates';

export const AWAY = 'acknowledgements.away';

/** Has a person's requests brought in line with whether they are away; repeats replace each other. */
export function awaySoon({ jobs, clock }: Parties, personId: string): Promise<void> {
  return jobs.schedule(AWAY, personId, clock.now());
}

/** Marks somebody away until that day: they are back at their own hour of it. */
export async function goAway(parties: Parties, personId: string, until: string): Promise<void> {
  const { away, rhythms } = parties.reminders;
  const hour = hourFor((await rhythms.ofPerson(personId)) ?? {});
  await away.set({ personId, until, endsAt: hourOn(until, hour).toISOString() });
  await awaySoon(parties, personId);
}

/** Somebody is back. @returns false when they were not away */
export async function comeBack(parties: Parties, personId: string): Promise<boolean> {
  const ended = await parties.reminders.away.end(personId, parties.clock.now().toISOString());
  if (ended) await awaySoon(parties, personId);
  return ended !== undefined;
}
