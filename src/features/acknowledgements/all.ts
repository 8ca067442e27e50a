import type { Checking } from './check/checking';
import type { Approving } from './compose/everyone/asking';
import type { EvidenceParties } from './evidence/evidenceCommand';

/** What all commands and presses of this feature work with. */
export type All = Approving & Checking & EvidenceParties;
