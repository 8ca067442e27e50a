import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Parties } from '../parties';
import { laterThan, tell } from '../tell';
import { versionKey } from './policyVersions';
import { versionCard } from './versionCards';

export const VERSION_TOLD = 'acknowledgements.policyVersion';
const DAY_MS = 24 * 60 * 60_000;

/**
 * Has every administrator asked once about a version that nobody has decided on. Who has no chat with the bot yet is
 * tried again each day, until somebody has decided.
 */
export async function askAboutVersionSoon(parties: Parties): Promise<void> {
  const change = await parties.versions.undecided();
  if (!change) return;
  for (const id of parties.administrators) {
    const personId = id.toLowerCase();
    if (change.askedIds?.includes(personId)) continue;
    const payload = { to: versionKey(change.to), personId };
    await parties.jobs.schedule(VERSION_TOLD, `${payload.to}:${personId}`, parties.clock.now(), payload);
  }
}

/** Asks one administrator. */
export async function askAboutVersion(parties: Parties, { payload }: DueJob): Promise<JobResult> {
  const { to = '', personId = '' } = payload;
  const change = await parties.versions.changeTo(to);
  if (!change || change.decision || change.askedIds?.includes(personId)) return 'done';
  const now = parties.clock.now();
  const told = await tell(parties, { personId }, await versionCard(parties, change));
  if (told.outcome === 'sent') {
    await parties.versions.noteAsked(to, personId);
    return 'done';
  }
  return told.outcome === 'unavailable' ? laterThan(now) : { againAt: new Date(now.getTime() + DAY_MS) };
}
