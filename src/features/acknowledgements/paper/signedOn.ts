import type { Campaign } from '../campaign/campaign';
import { dayIn, dayInWords, dayOf, isDay } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';

type Version = Pick<PolicyToConfirm, 'version'>;

/**
 * The first day on which somebody can have signed this version: the day of its approval. Where nobody has put that in,
 * it is the day of the request, since an earlier paper cannot be known to be for this text.
 */
export function firstDayToSign({ version }: Version, { createdAt }: Pick<Campaign, 'createdAt'>): string {
  return dayIn(version.approved) ?? dayOf(new Date(createdAt));
}

/** @returns one sentence when nobody can have signed on this day. @param today a calendar day in London */
export function problemWithSignedOn(
  signedOn: string,
  policy: Version,
  campaign: Pick<Campaign, 'createdAt'>,
  today: string,
): string | undefined {
  if (!isDay(signedOn)) return 'Please choose the date on the paper.';
  if (signedOn > today) return 'The date on the paper is in the future. Please check it.';
  const first = firstDayToSign(policy, campaign);
  if (signedOn >= first) return undefined;
  return dayIn(policy.version.approved)
    ? `This version of the policy was approved on ${dayInWords(first)}. A paper signed before that day is not for this version.`
    : `This request was sent on ${dayInWords(first)}. A paper signed before that day cannot be recorded for it, because the date of approval of the policy has not been put in.`;
}
