import type { DeliveryView } from '../../api';

/** Whether it is known what came of an attempt. */
export function isDecided(delivery: DeliveryView): boolean {
  return delivery.state !== 'under way';
}

/** Whether nothing at all came back from the bot; a refusal is an answer too. */
export function isUnanswered(delivery: DeliveryView): boolean {
  return delivery.state !== 'answered';
}
