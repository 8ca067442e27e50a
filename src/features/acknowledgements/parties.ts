import type { AcknowledgementsDeps } from './deps';
import type { Campaigns } from './campaign/campaigns';
import type { Claims } from './campaign/claims';
import type { Recipients } from './campaign/recipients';
import type { TeamRequests } from './campaign/teamRequests';
import type { Lists } from './compose/list/lists';
import type { Evidence } from './asked/record';
import type { Countings } from './progress/countings';
import type { ReminderStores } from './remind/stores';
import type { SharedAccounts } from './shared/sharedAccounts';
import type { PolicyVersions } from './versions/policyVersions';

/** The feature's dependencies with its stores: what its jobs and handlers work with. */
export interface Parties extends AcknowledgementsDeps {
  readonly campaigns: Campaigns;
  readonly recipients: Recipients;
  readonly claims: Claims;
  readonly teamRequests: TeamRequests;
  readonly evidence: Evidence;
  readonly lists: Lists;
  readonly countings: Countings;
  readonly reminders: ReminderStores;
  readonly sharedAccounts: SharedAccounts;
  readonly versions: PolicyVersions;
}
