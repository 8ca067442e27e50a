import { afterAway, isAway } from '../campaign/away';
import type { Campaign, Part } from '../campaign/campaign';
import type { Parties } from '../parties';
import { awaySoon } from './awaySoon';

/**
 * Notes in the rows of a request who is away, before anything is sent to them. Who is noted and away no more is brought
 * back: they came back in this very moment, or while their row was not looked at, for they had left or were not reached.
 */
export async function noteAway(parties: Parties, campaign: Campaign, parts: readonly Part[]): Promise<void> {
  const { reminders, recipients, clock } = parties;
  const away = await reminders.away.all(clock.now());
  const noted = new Set<string>();
  for (const part of parts) {
    await recipients.sweep({ campaignId: campaign.id, partId: part.id }, (row) => {
      const found = away.get(row.personId);
      const next = found ? afterAway(row, found.until) : row;
      if (isAway(next)) noted.add(row.personId);
      return next;
    });
  }
  const still = await reminders.away.all(clock.now());
  for (const personId of noted) if (!still.has(personId)) await awaySoon(parties, personId);
}
