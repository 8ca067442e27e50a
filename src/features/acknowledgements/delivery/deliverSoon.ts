import type { Parties } from '../parties';

export const DELIVERY = 'acknowledgements.delivery';

/**
 * Puts the delivery of a campaign down as work; repeats replace each other. All that changes its rows from outside
 * a press goes through this one piece of work, so that two never change the same campaign at once.
 */
export function deliverSoon({ jobs, clock }: Parties, campaignId: string): Promise<void> {
  return jobs.schedule(DELIVERY, campaignId, clock.now());
}
