import { writeToPerson } from '../../../bot/personsChat';
import type { JobResult } from '../../../jobs/jobs';
import type { Standing } from '../../../storage/complaintsRoles';
import type { ConcernsDeps } from '../deps';
import { askLeadCard, channelNotice } from './accessCards';

export const DECISIONS = 'concerns.tellDecisions';
const ALL = 'all';
/** After a decision is written it is told at once; a decision whose writer died is told so much later. */
const NET_MS = 20_000;
const AGAIN_MS = 60_000;

type DecisionDeps = Pick<ConcernsDeps, 'complaints' | 'directory' | 'messenger' | 'jobs' | 'clock'>;

/** @param written false: the net under a decision that is about to be written */
export async function scheduleDecisions(
  { jobs, clock }: Pick<DecisionDeps, 'jobs' | 'clock'>,
  written: boolean,
): Promise<void> {
  await jobs.schedule(DECISIONS, ALL, new Date(clock.now().getTime() + (written ? 0 : NET_MS)));
}

/** Tells the channel who leads and who handles, and asks the lead about who pressed something. Bears repeats. */
export async function tellDecisions(deps: DecisionDeps): Promise<JobResult> {
  const [lead, handlers] = await Promise.all([deps.complaints.lead(), deps.complaints.handlers()]);
  const outcomes: boolean[] = [];
  for (const one of [...(lead ? [lead] : []), ...handlers]) {
    if (!one.told) outcomes.push(await tellChannel(deps, one));
    if (one.state === 'asked' && lead && one.askedOf !== lead.personId)
      outcomes.push(await askLead(deps, one, lead));
  }
  if (outcomes.every(Boolean)) return 'done';
  return { againAt: new Date(deps.clock.now().getTime() + AGAIN_MS) };
}

async function tellChannel(deps: DecisionDeps, one: Standing): Promise<boolean> {
  const channel = await deps.directory.concernsChannel();
  if (!channel) return false;
  const to = { serviceUrl: channel.team.serviceUrl, channelId: channel.channelId };
  const { outcome } = await deps.messenger.post(to, { card: channelNotice(wordsFor(one)) }, 'waiting');
  if (outcome === 'sent') await deps.complaints.noteTold(one);
  return outcome === 'sent';
}

async function askLead(deps: DecisionDeps, one: Standing, lead: Standing): Promise<boolean> {
  const channel = await deps.directory.concernsChannel();
  const to = { ...lead, ...(channel && { serviceUrl: channel.team.serviceUrl }) };
  const { outcome } = await writeToPerson(deps, to, { card: askLeadCard(one) });
  if (outcome !== 'sent') return false;
  await deps.complaints.change(one.personId, (now) =>
    now?.state === 'asked' ? { ...now, askedOf: lead.personId } : undefined,
  );
  return true;
}

function wordsFor({ name, state, by, approvedBy }: Standing): string {
  const who = by?.name ?? 'somebody';
  const approval = approvedBy ? `, and ${approvedBy.name}, another administrator, approved it` : '';
  if (state === 'lead')
    return `${name} is the complaints lead now. ${who}, an administrator, named them${approval}.`;
  return state === 'confirmed'
    ? `${name} can see and handle reports now. ${who}, the complaints lead, confirmed them.`
    : `${name} cannot see reports any more. ${who}, the complaints lead, decided so.`;
}
