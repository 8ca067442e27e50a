import { afterWithdrawal } from './recalled';
import type { Recipient } from './recipient';

/** The recipient whose account was listed as shared: it is not asked any more; what was confirmed stays. */
export function afterSharing(recipient: Recipient, now: Date): Recipient {
  const withdrawn = afterWithdrawal(recipient);
  return withdrawn === recipient ? recipient : { ...withdrawn, sharedAt: now.toISOString() };
}

/** @returns whether this account is not asked because it was listed as shared. */
export function wasShared({ delivery, sharedAt }: Recipient): boolean {
  return delivery === 'cancelled' && sharedAt !== undefined;
}
