import { render } from '../../../cards/render';
import type { DueJob, JobResult, Jobs } from '../../../jobs/jobs';
import type { ConcernsDeps } from '../deps';
import { mayPass, tellPerson } from '../tellPerson';

export const RING_ME = 'concerns.ringMe';
const AGAIN_MS = 60_000;

type RingMeDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log' | 'hrPeople'>;

/**
 * Somebody asks HR to ring them. Nothing but who they are goes there, and no case comes of it.
 * @param draftId so that the same press twice is one request
 */
export function askToRing(jobs: Jobs, clock: ConcernsDeps['clock'], draftId: string, personId: string) {
  return jobs.schedule(RING_ME, draftId, clock.now(), { person: personId });
}

/** Tells one of HR, the first who can be reached, and goes on trying while nobody can. */
export async function ringMeJob(deps: RingMeDeps, { payload }: DueJob): Promise<JobResult> {
  const person = await deps.directory.person(payload['person'] ?? '');
  if (!person) return 'done';
  const card = render('concerns/ringMe', { name: person.name });
  for (const id of deps.hrPeople) {
    const sent = await tellPerson(deps, id, card);
    if (sent.outcome === 'sent') return 'done';
    deps.log.warn('concerns.ringMeFails', { outcome: sent.outcome, code: sent.code });
    if (mayPass(sent)) break;
  }
  return { againAt: new Date(deps.clock.now().getTime() + AGAIN_MS) };
}
