import { leadStanding } from '../leadStanding';
import type { SecondWordDeps } from './deps';
import type { ChannelChange, LeadChange, SetupRequest } from './request';

type Outcome = NonNullable<SetupRequest['outcome']>;
type CarryingDeps = Pick<
  SecondWordDeps,
  'directory' | 'complaints' | 'clock' | 'concernsMoved' | 'tellDecisions'
>;

/**
 * Does what was approved, unless things are no longer as they were when it was asked for. Cut short anywhere, it runs
 * again to the same end.
 */
export function carryOut(deps: CarryingDeps, request: SetupRequest): Promise<Outcome> {
  const { change } = request;
  return change.what === 'lead' ? setLead(deps, request, change) : setChannel(deps, change);
}

async function setChannel(
  { directory, concernsMoved }: CarryingDeps,
  { from, to }: ChannelChange,
): Promise<Outcome> {
  const now = (await directory.concernsChannel())?.channelId;
  if (now !== to?.channelId && now !== from?.channelId) return 'outdated';
  if (to && !(await directory.team(to.teamId))?.installed) return 'outdated';
  // Also where it is so already: a crash may have left the channel before as it was.
  if (to) await directory.setConcernsChannel(to.teamId, to.channelId);
  else if (from) await directory.setConcernsChannel(from.teamId, undefined);
  await concernsMoved();
  return 'changed';
}

async function setLead(
  { complaints, clock, tellDecisions }: CarryingDeps,
  { askedBy, decidedBy = '', decidedByName = '' }: SetupRequest,
  { from, to }: LeadChange,
): Promise<Outcome> {
  const now = (await complaints.lead())?.personId;
  if (now !== from.id && now !== to.id) return 'outdated';
  await tellDecisions(false);
  const approvedBy = { id: decidedBy, name: decidedByName };
  if (now !== to.id) {
    const lead = leadStanding(to, { by: askedBy, approvedBy }, clock.now());
    if (!(await complaints.setLead(lead, from.id))) return 'outdated';
  }
  await tellDecisions(true);
  return 'changed';
}
