import { z } from 'zod';
import type { Recipient } from './recipient';
import { isAway, isWaiting } from './away';
import { isSignedOnPaper } from './onPaper';
import { hadAllReminders } from './reminded';
import { deliverySchema } from './recipient';

const count = z.number().int().nonnegative();

/** How many recipients stand where. */
export const countsSchema = z.object({
  pending: count,
  delivered: count,
  blocked: count,
  notInstalled: count,
  left: count,
  failed: count,
  onPaper: count,
  covered: count,
  cancelled: count,
  /** Of the delivered and the covered ones: who confirmed. */
  acknowledged: count,
  /** Of those on paper: whose signature is recorded and not disputed. */
  signedOnPaper: count.default(0),
  /** Of the delivered ones who have not confirmed: who had the last reminder that there is. */
  talkTo: count.default(0),
  /** Of those who may still confirm: who is away. */
  away: count.default(0),
  /** Of those who may still confirm: who has a due date of their own, since they were away. */
  ownDue: count.default(0),
});
export type Counts = z.infer<typeof countsSchema>;

export const noCounts: Counts = {
  pending: 0,
  delivered: 0,
  blocked: 0,
  notInstalled: 0,
  left: 0,
  failed: 0,
  onPaper: 0,
  covered: 0,
  cancelled: 0,
  acknowledged: 0,
  signedOnPaper: 0,
  talkTo: 0,
  away: 0,
  ownDue: 0,
};

/** Changes `counts` in place: a part is counted row by row without keeping the rows. */
export function countIn(counts: Counts, recipient: Recipient): void {
  counts[recipient.delivery] += 1;
  if (recipient.acknowledgedAt) counts.acknowledged += 1;
  if (isSignedOnPaper(recipient)) counts.signedOnPaper += 1;
  if (hadAllReminders(recipient)) counts.talkTo += 1;
  if (isAway(recipient)) counts.away += 1;
  if (recipient.ownDue && isWaiting(recipient)) counts.ownDue += 1;
}

export function sum(all: readonly Counts[]): Counts {
  const total = { ...noCounts };
  for (const counts of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  return total;
}

/** The sum of the delivery states; who confirmed is among the delivered and the covered. */
export function intended(counts: Counts): number {
  return deliverySchema.options.reduce((total, state) => total + counts[state], 0);
}

/** Reasons for which a person cannot be reached in Teams. */
export const UNREACHABLE = ['blocked', 'notInstalled', 'left', 'failed'] as const;

export function unreachable(counts: Counts): number {
  return UNREACHABLE.reduce((total, reason) => total + counts[reason], 0);
}

/** Who confirmed, in Teams or on paper. */
export function confirmed(counts: Counts): number {
  return counts.acknowledged + counts.signedOnPaper;
}

/**
 * Who may still confirm: the card is there or on its way, or a paper has yet to be signed. The card
 * may be that of the request that covers them. Who is away is counted apart.
 */
export function outstanding(counts: Counts): number {
  return (
    counts.pending + counts.delivered + counts.covered + counts.onPaper - confirmed(counts) - counts.away
  );
}
