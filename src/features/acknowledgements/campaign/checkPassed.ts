import type { Recipient } from './recipient';

/** The recipient after the check of understanding; for one text the first date stays. */
export function afterCheck(
  recipient: Recipient,
  passed: { readonly at: string; readonly versionHash: string },
): Recipient {
  if (recipient.checkPassed?.versionHash === passed.versionHash) return recipient;
  return { ...recipient, checkPassed: passed };
}
