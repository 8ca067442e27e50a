import type { Recipient } from './recipient';
import type { Parties } from '../parties';
import { countSoon } from '../progress/counting';

/** Changes the rows of other requests that count what happens with this one; again does no harm. */
export async function changeElsewhere(
  parties: Parties,
  { alsoIn = [], personId }: Recipient,
  decide: (now: Recipient) => Recipient,
): Promise<void> {
  for (const { campaignId, partId } of alsoIn) {
    await parties.recipients.change(campaignId, partId, personId, decide);
    await countSoon(parties, campaignId, partId);
  }
}
