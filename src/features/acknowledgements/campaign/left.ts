import type { Delivery, Recipient } from './recipient';

/** States in which somebody can leave; who confirmed, is on paper or was withdrawn from stays as they are. */
const CAN_LEAVE: ReadonlySet<Delivery> = new Set<Delivery>([
  'pending',
  'delivered',
  'blocked',
  'notInstalled',
  'failed',
  'covered',
]);

/** @returns whether leaving would be recorded of this recipient. */
export function mayLeave({ acknowledgedAt, delivery }: Recipient): boolean {
  return !acknowledgedAt && CAN_LEAVE.has(delivery);
}

/** The recipient after they were seen to be in no team any more by which the request reached them, unconfirmed. */
export function afterLeaving(recipient: Recipient, now: Date): Recipient {
  if (!mayLeave(recipient)) return recipient;
  return { ...recipient, delivery: 'left', leftTeamAt: now.toISOString() };
}

/** @returns whether the row says that somebody left the team; whom Teams does not know is another matter. */
export function hasLeftTeam({ delivery, leftTeamAt }: Recipient): boolean {
  return delivery === 'left' && leftTeamAt !== undefined;
}

/** The recipient who came back and still has the card. */
export function afterReturn(recipient: Recipient): Recipient {
  if (!hasLeftTeam(recipient) || !recipient.activityId) return recipient;
  return { ...recipient, delivery: 'delivered', leftTeamAt: undefined };
}
