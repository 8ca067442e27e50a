import type { Row } from '../rows';
import type { Say } from '../runBench';
import { questionsBesideCampaign } from './besideCampaign';
import { confirmAll } from './confirmAll';
import { costOfRequests } from './cost';
import type { CampaignExtent } from './extent';
import { faultyTeams } from './faultyTeams';
import { firstContact, knownPeople } from './rates';
import { watchRequests } from './watching';

/** A part that can be run alone. */
export type Part = (extent: CampaignExtent, texts: readonly string[], say: Say) => Promise<Row[]>;

/** What is measured about requests, by the names that `--only` takes, in the order of the rows. */
export const CAMPAIGN_PARTS: Readonly<Record<string, Part>> = {
  deliveries: (extent, _, say) => knownPeople(extent, say),
  beside: (extent, texts, say) => questionsBesideCampaign(extent, texts, say),
  firstContact: (extent, _, say) => firstContact(extent, say),
  faults: (extent, _, say) => faultyTeams(extent, say),
  confirmations: (extent, _, say) => confirmAll(extent, say),
  storage: (extent, _, say) => costOfRequests(extent, say),
  watching: (extent, _, say) => watchRequests(extent, say),
};
