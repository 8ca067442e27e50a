import { afterAway } from '../campaign/away';
import type { Campaign, Part } from '../campaign/campaign';
import type { Parties } from '../parties';
import { awaySoon } from './awaySoon';

/** Notes in the rows of a request who is away, before anything is sent to them. */
export async function noteAway(parties: Parties, campaign: Campaign, parts: readonly Part[]): Promise<void> {
  const { reminders, recipients, clock } = parties;
  const away = await reminders.away.all(clock.now());
  if (away.size === 0) return;
  for (const part of parts) {
    await recipients.sweep({ campaignId: campaign.id, partId: part.id }, (row) => {
      const found = away.get(row.personId);
      return found ? afterAway(row, found.until) : row;
    });
  }
  // Who came back in this very moment may have been noted after their rows were looked at.
  const still = await reminders.away.all(clock.now());
  for (const personId of away.keys()) if (!still.has(personId)) await awaySoon(parties, personId);
}
