import { noteAway } from '../away/noteAway';
import type { Campaign } from '../campaign/campaign';
import type { Parties } from '../parties';
import { settleCovered } from './coverage';
import { noteMembership } from './membership';
import { asksNewPeople, prepare } from './prepare';
import { retryFailed } from './retryFailed';

/** `later`: another request is still getting ready, so some are looked at again soon. */
export type InLine = 'done' | 'later' | 'stopped';

/**
 * Brings the rows of a campaign in line with who is to be asked, before anything is sent: everybody at the beginning;
 * later who joined or left, whom another request covers, and whom to try again. It may be cut short anywhere.
 */
export async function bringInLine(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
): Promise<InLine> {
  const { id, state, lookAgain, retryAskedAt } = campaign;
  const looks = state === 'preparing' || lookAgain !== undefined;
  if (!looks && !retryAskedAt) return 'done';
  if (looks) await parties.reminders.open.enter(campaign);
  if (looks && (await asksNewPeople(parties, campaign)) && !(await prepare(parties, campaign, mayGoOn)))
    return 'stopped';
  const parts = (await parties.campaigns.view(id))?.parts ?? [];
  if (lookAgain) await noteMembership(parties, campaign, parts);
  if (retryAskedAt) await retryFailed(parties, campaign, parts);
  await noteAway(parties, campaign, parts);
  const settled = await settleCovered(parties, campaign, parts);
  await parties.campaigns.change(id, (now) => afterLooking(now, campaign, settled));
  return settled ? 'done' : 'later';
}

/** What was asked for while we looked stays to be done. */
function afterLooking(now: Campaign, looked: Campaign, settled: boolean): Campaign {
  const next = { ...now };
  if (now.lookAgain === looked.lookAgain) next.lookAgain = settled ? undefined : (now.lookAgain ?? 'covered');
  if (now.retryAskedAt === looked.retryAskedAt) next.retryAskedAt = undefined;
  if (now.state === 'preparing' || now.state === 'sent') next.state = 'sending';
  return next;
}
