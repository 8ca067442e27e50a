import type { Campaign } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import type { VersionRef } from '../policyToConfirm';
import { sameVersion } from '../policyToConfirm';

/** Where somebody who presses a request's card and has no record of the current version stands. */
export type Standing =
  | 'asked'
  /** The request asked for a version that is no longer the current one. */
  | 'olderVersion'
  | 'withdrawn'
  /** Nobody knows the request any more. */
  | 'gone'
  /** The request is there and was never theirs. */
  | 'notAsked'
  /** The request reminds of one clause. */
  | 'nothingToConfirm'
  /** A manager looks at what staff would get. */
  | 'trial';

/** Decides from what was looked up; `campaign` and `recipient` are undefined where there are none. */
export function standingOf(
  found: {
    readonly campaign: Campaign | undefined;
    readonly recipient: Recipient | undefined;
  },
  current: VersionRef,
): Standing {
  if (!found.campaign) return 'gone';
  if (found.campaign.trial) return 'trial';
  if (!found.recipient) return 'notAsked';
  if (!asksToConfirm(found.campaign)) return 'nothingToConfirm';
  if (found.campaign.state === 'cancelled') return 'withdrawn';
  return sameVersion(found.campaign, current) ? 'asked' : 'olderVersion';
}

/** Said above the policy's text. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  asked: '',
  olderVersion:
    'The policy has changed since you got this request. Here is the current one: please read and confirm this one.',
  withdrawn:
    'This request was withdrawn, so you do not have to do anything. You can still read and confirm the policy here.',
  gone: 'This request is no longer there. You can still read and confirm the current policy here.',
  notAsked:
    'This request was not sent to you, so there is nothing for you to confirm. You are welcome to read the policy.',
  nothingToConfirm: 'This is a reminder, and there is nothing to confirm. Here is the whole policy to read.',
  trial: 'This is a trial. You can read all of it, and nothing is recorded.',
};

/** Of these no record is shown either: a confirmation of the policy answers no reminder of one clause, and no trial. */
const SHOWS_NO_RECORD: ReadonlySet<Standing> = new Set<Standing>(['nothingToConfirm', 'trial']);

export function showsNoRecord(standing: Standing): boolean {
  return SHOWS_NO_RECORD.has(standing);
}

/** Standings in which nothing is recorded, whatever is pressed. */
const READS_ONLY: ReadonlySet<Standing> = new Set<Standing>(['notAsked', 'nothingToConfirm', 'trial']);

export function mayOnlyRead(standing: Standing): boolean {
  return READS_ONLY.has(standing);
}
