import type { Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import type { Counts } from '../campaign/counts';
import { confirmed, outstanding, UNREACHABLE, unreachable } from '../campaign/counts';
import { isSignedOnPaper } from '../campaign/onPaper';

/** Who is listed: those still to confirm, those who have, those who cannot be reached. */
export type NameList = 'waiting' | 'confirmed' | 'unreachable';

/** Rows on one page: they fit a phone without much scrolling and the card stays small. */
export const NAMES_ON_A_PAGE = 15;

/** A place in a list: a part (by its place among the parts) and how many names of it come before. */
export interface ListPlace {
  readonly part: number;
  readonly offset: number;
}

/** @returns whether the recipient belongs on the list. */
export function isOn(list: NameList, recipient: Recipient): boolean {
  const gone = (UNREACHABLE as readonly string[]).includes(recipient.delivery);
  if (list === 'unreachable') return gone;
  const hasConfirmed = recipient.acknowledgedAt !== undefined || isSignedOnPaper(recipient);
  if (list === 'confirmed') return hasConfirmed;
  return !hasConfirmed && ['pending', 'delivered', 'covered', 'onPaper'].includes(recipient.delivery);
}

/** How many are on the list, from the counts alone. */
export function sizeOf(list: NameList, counts: Counts): number {
  if (list === 'unreachable') return unreachable(counts);
  return list === 'confirmed' ? confirmed(counts) : outstanding(counts) + counts.away;
}

/** The first part at or after the place that has names for this list; the place itself where none has. */
export function firstWithNames(list: NameList, parts: readonly Part[], from: ListPlace): ListPlace {
  if (from.offset > 0) return from;
  const part = parts.findIndex((each, index) => index >= from.part && sizeOf(list, each.counts) > 0);
  return part === -1 ? from : { part, offset: 0 };
}

/** Where the next page begins, or undefined after the last one. @param here names of this part in all */
export function nextPlace(
  list: NameList,
  parts: readonly Part[],
  at: ListPlace,
  here: number,
): ListPlace | undefined {
  if (at.offset + NAMES_ON_A_PAGE < here) return { part: at.part, offset: at.offset + NAMES_ON_A_PAGE };
  const part = parts.findIndex((each, index) => index > at.part && sizeOf(list, each.counts) > 0);
  return part === -1 ? undefined : { part, offset: 0 };
}
