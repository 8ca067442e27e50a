import type { Recipient } from './recipient';

/** @returns whether a signature on paper stands for this recipient: recorded, and not disputed by the person. */
export function isSignedOnPaper({ delivery, paper }: Recipient): boolean {
  return delivery === 'onPaper' && paper !== undefined && !paper.disputedAt;
}

/** The recipient after a manager recorded their signature; what is there already stays. */
export function afterPaper(
  recipient: Recipient,
  paper: { readonly signedOn: string; readonly recordedAt: string; readonly receipt: string },
): Recipient {
  if (recipient.acknowledgedAt || recipient.paper) return recipient;
  const { signedOn, recordedAt, receipt } = paper;
  return { ...recipient, delivery: 'onPaper', receipt, paper: { signedOn, recordedAt } };
}

/** The recipient after they said that they did not sign. */
export function afterDispute(recipient: Recipient, at: string): Recipient {
  const { paper } = recipient;
  return !paper || paper.disputedAt ? recipient : { ...recipient, paper: { ...paper, disputedAt: at } };
}

/** The recipient after one of the messages about their paper went out, or cannot. */
export function afterPaperTold(
  recipient: Recipient,
  told: 'personToldAt' | 'managerToldAt',
  at: string,
): Recipient {
  const { paper } = recipient;
  return !paper || paper[told] ? recipient : { ...recipient, paper: { ...paper, [told]: at } };
}
