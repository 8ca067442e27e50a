import type { CampaignView, Part } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Campaigns } from '../campaign/campaigns';
import type { Recipient } from '../campaign/recipient';
import type { Recipients } from '../campaign/recipients';

/** Where requests and their people are found. */
export interface Requests {
  readonly campaigns: Campaigns;
  readonly recipients: Recipients;
}

/** Somebody of a request that the manager sent. */
export interface AskedPerson {
  readonly view: CampaignView;
  readonly part: Part;
  readonly recipient: Recipient;
}

/** Everybody of every request that this manager sent, the newest request first, one after the other. */
export async function* peopleOf(
  { campaigns, recipients }: Requests,
  managerId: string,
): AsyncGenerator<AskedPerson> {
  for (const { campaignId } of await campaigns.newestOf(managerId, Infinity)) {
    const view = await campaigns.view(campaignId);
    // Of a reminder of one clause there is nothing to prove.
    if (view && !asksToConfirm(view.campaign)) continue;
    for (const part of view?.parts ?? []) {
      for await (const { value } of recipients.list(campaignId, part.id)) {
        if (view) yield { view, part, recipient: value };
      }
    }
  }
}

/** A person and a receipt: the number alone is too short to tell everybody apart. */
export const recordKey = (personId: string, receipt: string): string => `${personId} ${receipt}`;

/** The records that this manager may see: those that answer a request of theirs, by person and receipt. */
export async function visibleTo(requests: Requests, managerId: string): Promise<ReadonlySet<string>> {
  const visible = new Set<string>();
  for await (const { recipient } of peopleOf(requests, managerId)) {
    if (recipient.receipt) visible.add(recordKey(recipient.personId, recipient.receipt));
  }
  return visible;
}
