import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard, showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { Roles } from '../../../storage/roles';
import type { Campaign, CampaignView } from '../campaign/campaign';
import { asksToConfirm, goesLater } from '../campaign/campaign';
import type { Counts } from '../campaign/counts';
import { confirmed, intended, sum } from '../campaign/counts';
import { ONLY_SENDERS, maySend } from '../compose/permission';
import { momentInWords } from '../dates';
import type { Parties } from '../parties';
import { statusCard } from './statusCard';

const MOST_LISTED = 5;
const campaignData = z.object({ campaign: z.string().max(100).catch('') });
export const REQUEST_GONE = 'I cannot find this request any more.';
export const NOT_YOURS =
  'Only the manager who sent this request, or an administrator, can see how it is going.';

/** A request as somebody may see it, or the sentence that they get instead. */
export type Watched =
  | { readonly view: CampaignView; readonly refused?: undefined }
  | { readonly refused: string };

/** Looks the request up and whether this person may see how it goes; both anew at each press. */
export async function watched(
  { campaigns, roles }: Parties,
  personId: string,
  data: Record<string, unknown>,
): Promise<Watched> {
  const view = await campaigns.view(campaignData.parse(data).campaign);
  if (!view) return { refused: REQUEST_GONE };
  return (await mayWatch(roles, view.campaign, personId)) ? { view } : { refused: NOT_YOURS };
}

async function mayWatch(roles: Roles, campaign: Campaign, personId: string): Promise<boolean> {
  const held = await roles.of(personId);
  return held.has('administrator') || (held.has('manager') && campaign.managerId === personId);
}

/** "Refresh" and "Open": the request's card in the place of the one pressed. */
export async function refresh(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await watched(parties, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  return showInPlace(parties, turn, found.view);
}

/** The status card of a request that the person has just sent, or sent once: they may be no manager any more. */
export function showStatus(parties: Parties, turn: Turn, campaign: string): Promise<CardReply> {
  return refresh(parties, turn, { campaign });
}

/**
 * From now on this card is the one that changes by itself. It counts as just updated, so that the next change
 * comes after this answer has reached the chat and not before it.
 */
async function showInPlace(
  { campaigns, clock }: Parties,
  turn: Turn,
  view: CampaignView,
): Promise<CardReply> {
  const card = statusCard(view);
  const { place, cardActivityId } = turn;
  if (place.kind !== 'personal') return showPrivately(card);
  if (cardActivityId && view.campaign.managerId === turn.person.id) {
    await campaigns.setStatusPlace(view.campaign.id, {
      kind: 'statusPlace',
      serviceUrl: place.serviceUrl,
      conversationId: place.conversationId,
      activityId: cardActivityId,
      updatedAt: clock.now().toISOString(),
    });
  }
  return showCard(card);
}

/** `status`: the newest requests of this manager. */
export async function showNewest(parties: Parties, turn: Turn): Promise<void> {
  const { campaigns, roles } = parties;
  if (!(await maySend(roles, turn.person.id))) return turn.say(ONLY_SENDERS);
  const entries = await campaigns.newestOf(turn.person.id, MOST_LISTED);
  if (entries.length === 0) return turn.say('You have not sent a request yet. Type **remind** to send one.');
  const views = await Promise.all(entries.map((entry) => campaigns.view(entry.campaignId)));
  const requests = views.filter((view) => view !== undefined).map(listed);
  turn.show(render('acknowledgements/sent', { requests }));
}

/** How a request stands, in one line of the list. */
function standingInWords(campaign: Campaign, counts: Counts): string {
  if (goesLater(campaign)) return `Goes out on ${momentInWords(campaign.sendAt ?? '')}.`;
  const sent = `Sent on ${momentInWords(campaign.wentAt ?? campaign.createdAt)}.`;
  if (!asksToConfirm(campaign)) return `${counts.delivered} of ${intended(counts)} have it. ${sent}`;
  return `${confirmed(counts)} of ${intended(counts)} confirmed. ${sent}`;
}

function listed({ campaign, parts }: CampaignView): Record<string, string> {
  const counts = sum(parts.map((part) => part.counts));
  return {
    title: campaign.title,
    standing: standingInWords(campaign, counts),
    campaign: campaign.id,
  };
}
