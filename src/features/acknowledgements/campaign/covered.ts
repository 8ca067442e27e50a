import type { Claim } from './claims';
import { afterPaper } from './onPaper';
import type { Recipient } from './recipient';

/** The recipient after it was looked up who asks this person: this request, or another one that covers them. */
export function afterClaim(recipient: Recipient, mine: Claim, standing: Claim): Recipient {
  if (standing.campaignId !== mine.campaignId)
    return { ...recipient, delivery: 'covered', coveredBy: standing };
  return { ...recipient, delivery: 'pending', coveredBy: undefined };
}

/** @returns whether the row is covered and its first acknowledgement not there yet. */
export function isCovered(recipient: Recipient): boolean {
  return recipient.delivery === 'covered' && !recipient.acknowledgedAt;
}

/** @returns whether the row of another request stands for an open card, or for one that was answered. */
export function stands(recipient: Recipient | undefined): boolean {
  if (!recipient) return false;
  if (recipient.acknowledgedAt) return true;
  if (recipient.delivery === 'left')
    return recipient.leftTeamAt !== undefined && recipient.activityId !== undefined;
  return ['pending', 'delivered', 'onPaper', 'covered'].includes(recipient.delivery);
}

/** The row that asks nobody, after another request took the person over: tried again it is covered by that one. */
export function afterPassing(recipient: Recipient, to: Claim): Recipient {
  return recipient.coveredBy?.campaignId === to.campaignId ? recipient : { ...recipient, coveredBy: to };
}

/** @returns whether the row counts the card of that very request. */
export function isPassedTo(recipient: Recipient | undefined, to: Claim): boolean {
  return recipient?.delivery === 'covered' && recipient.coveredBy?.campaignId === to.campaignId;
}

/** The row with the card, after it was told that it counts in another request too. */
export function afterCovering(recipient: Recipient, where: Claim): Recipient {
  const known = recipient.alsoIn ?? [];
  const there = known.some((one) => one.campaignId === where.campaignId && one.partId === where.partId);
  return there || recipient.acknowledgedAt ? recipient : { ...recipient, alsoIn: [...known, where] };
}

/** The covered row after the first acknowledgement, also where a paper stood before that the person did not sign. */
export function afterFirstAcknowledgement(
  recipient: Recipient,
  first: { readonly at: string; readonly receipt: string },
): Recipient {
  const disputed = recipient.coveredBy !== undefined && recipient.paper?.disputedAt !== undefined;
  if (!isCovered(recipient) && (!disputed || recipient.acknowledgedAt)) return recipient;
  return { ...recipient, delivery: 'covered', acknowledgedAt: first.at, receipt: first.receipt };
}

/** The covered row after a signature on paper was recorded with the other request. */
export function afterFirstPaper(
  recipient: Recipient,
  paper: { readonly signedOn: string; readonly recordedAt: string; readonly receipt: string },
): Recipient {
  return isCovered(recipient) ? afterPaper(recipient, paper) : recipient;
}
