import type { Campaign } from '../campaign/campaign';
import { asksToConfirm, goesLater } from '../campaign/campaign';
import { choiceOf } from '../compose/audience';
import { whyTooFew } from '../compose/enoughPeople';
import { isAdministrator, maySend } from '../compose/permission';
import { reachOf } from '../compose/reach';
import { dayOf } from '../dates';
import type { Parties } from '../parties';
import { clauseIn, versionOf } from '../policyToConfirm';
import { statusSoon } from '../progress/counting';

/** The campaign on its way, or when to look again. */
export type Going = { readonly goes: Campaign } | { readonly againAt: Date };

/**
 * Lets a request that was to go later go when its moment has come. What was looked at when it was sent is looked at
 * again, since weeks may lie between; where it cannot go any more it is withdrawn and its manager's card says why.
 */
export async function goOut(parties: Parties, campaign: Campaign): Promise<Going> {
  const { campaigns, clock, policy } = parties;
  if (!goesLater(campaign)) return { goes: campaign };
  const now = clock.now();
  const moment = new Date(campaign.sendAt ?? now);
  if (moment > now) return { againAt: moment };
  const notSent = await whyNotAnyMore(parties, campaign, now);
  const next = await campaigns.change(campaign.id, (latest) => {
    // Somebody may have chosen another moment, or withdrawn it, in between.
    if (!goesLater(latest) || latest.sendAt !== campaign.sendAt || latest.paused) return latest;
    if (notSent) return { ...latest, state: 'cancelled', notSent };
    return { ...latest, ...versionOf(policy), wentAt: now.toISOString() };
  });
  await statusSoon(parties, campaign.id);
  return next?.wentAt && next.state !== 'cancelled' && !next.paused ? { goes: next } : { againAt: now };
}

async function whyNotAnyMore(parties: Parties, campaign: Campaign, now: Date): Promise<string | undefined> {
  const { roles, policy } = parties;
  const { managerId, teams, about, due } = campaign;
  if (!(await maySend(roles, managerId))) return `${campaign.managerName} can no longer send requests.`;
  if (campaign.everyone && !(await isAdministrator(roles, managerId)))
    return `${campaign.managerName} is no longer an administrator.`;
  const allowed = new Set((await roles.teamsOf(managerId)).map((team) => team.id));
  if (!teams.every((team) => allowed.has(team.id))) return 'One of these teams can no longer be sent to.';
  if (due < dayOf(now)) return 'The date to confirm by had passed.';
  if (about.kind === 'clause' && !clauseIn(policy, about.clauseId)) {
    return 'This part is no longer in the policy.';
  }
  if (asksToConfirm(campaign)) return undefined;
  const reach = await reachOf(parties, choiceOf(campaign), managerId);
  return whyTooFew(about, reach.others);
}
