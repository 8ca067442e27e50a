import { DRAFT_GONE } from '../composing';
import { ONLY_SENDERS } from '../permission';
import type { ListClosed } from './openDraft';

/** Addresses that one request takes, pasted or from a file. */
export const MOST_ADDRESSES = 10_000;

export const TOO_LONG =
  `This list is too long: I read up to ${MOST_ADDRESSES.toLocaleString('en-GB')} addresses at once. ` +
  'Please give it in parts, one request for each, or choose teams.';

/** What is said where a list does not change any more. */
export const CLOSED_WORDS: Readonly<Record<ListClosed, string>> = {
  draftGone: DRAFT_GONE,
  sent: 'This request is sent already, so its list does not change any more.',
  notSender: ONLY_SENDERS,
};
