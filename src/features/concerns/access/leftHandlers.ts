import type { JobResult } from '../../../jobs/jobs';
import type { Case, Handler } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { followUp, scheduleFollowUp } from '../reporter/followUp';
import { withTelling } from '../telling/tellings';

export const LEFT_HANDLERS = 'concerns.leftHandlers';
const ALL = 'all';
const NET_MS = 20_000;

/** @param written false: the net under a change of who handles reports that is about to be written */
export async function scheduleLeftHandlers(
  { jobs, clock }: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  written: boolean,
): Promise<void> {
  await jobs.schedule(LEFT_HANDLERS, ALL, new Date(clock.now().getTime() + (written ? 0 : NET_MS)));
}

/** Open cases of whoever is no handler any more are nobody's: the channel shows it, and the lead is told. */
export async function leftHandlersJob(deps: ConcernsDeps, cases: CaseStore): Promise<JobResult> {
  const channel = await deps.directory.concernsChannel();
  if (!channel) return 'done';
  const members = new Set<string>();
  for await (const { personId, guest } of deps.directory.members(channel.team.id))
    if (!guest) members.add(personId);
  const lead = await deps.complaints.lead();
  for await (const { id, value } of cases.open()) {
    const { handler, handOff } = value;
    // A case in somebody's own chat follows the list of three.
    if (!handler || handOff.chat || !(await hasLeft(deps, handler.id, members))) continue;
    await scheduleFollowUp(deps, id);
    const at = wholeMinute(deps.clock.now());
    await cases.step(id, (now) => released(now, handler, at, lead?.personId));
    await followUp(deps, cases, id);
  }
  return 'done';
}

/** Neither the table nor Teams alone takes a case from anybody: one may be late, the other away. */
async function hasLeft(
  { complaints, roles }: Pick<ConcernsDeps, 'complaints' | 'roles'>,
  personId: string,
  members: ReadonlySet<string>,
): Promise<boolean> {
  if (!(await complaints.holds(personId))) return true;
  return !members.has(personId) && !(await roles.couldHandle(personId));
}

function released(now: Case, { id, name }: Handler, at: string, lead?: string): CaseStep | undefined {
  if (now.status !== 'taken' || now.handler?.id !== id) return undefined;
  const next: Case = { ...now, handler: undefined };
  return {
    next: lead ? withTelling(next, 'left', lead) : next,
    event: { what: 'handlerLeft', at, note: name },
  };
}
