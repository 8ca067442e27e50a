import { isOverdue } from '../campaign/away';
import type { CampaignView } from '../campaign/campaign';
import { outstanding, sum } from '../campaign/counts';
import type { Recipient } from '../campaign/recipient';
import type { Parties } from '../parties';

/** Who should have confirmed before today, one after the other. */
export async function* overdueOf(
  { recipients }: Parties,
  { campaign, parts }: CampaignView,
  today: string,
): AsyncGenerator<Recipient> {
  for (const part of parts) {
    for await (const { value } of recipients.list(campaign.id, part.id)) {
      if (isOverdue(value, campaign, today)) yield value;
    }
  }
}

/** How many they are: from the counts alone, unless some have a due date of their own. */
export async function countOverdue(parties: Parties, view: CampaignView, today: string): Promise<number> {
  const counts = sum(view.parts.map((part) => part.counts));
  if (view.campaign.due >= today) return 0;
  if (counts.ownDue === 0) return outstanding(counts);
  let overdue = 0;
  for await (const _ of overdueOf(parties, view, today)) overdue += 1;
  return overdue;
}
