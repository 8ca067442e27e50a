import type { AcknowledgementsDeps } from './deps';
import type { Campaigns } from './campaign/campaigns';
import type { Recipients } from './campaign/recipients';

/** The feature's dependencies with its stores: what its jobs and handlers work with. */
export interface Parties extends AcknowledgementsDeps {
  readonly campaigns: Campaigns;
  readonly recipients: Recipients;
}
