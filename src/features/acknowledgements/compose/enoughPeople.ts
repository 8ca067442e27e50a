import type { About } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';

/** A reminder of one clause to fewer is a hidden warning to somebody (issue 4). */
export const FEWEST_FOR_A_CLAUSE = 5;

/** @param others people beside the sender @returns why a request of this kind cannot go to so few; undefined when it can */
export function whyTooFew(about: About, others: number): string | undefined {
  if (asksToConfirm({ about }) || others >= FEWEST_FOR_A_CLAUSE) return undefined;
  return (
    `A reminder of one part of the policy goes to at least ${FEWEST_FOR_A_CLAUSE} people beside you, so that nobody ` +
    'feels singled out. Please choose more teams. If it is about one person, please talk to them.'
  );
}
