import { z } from 'zod';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';

const reporterSchema = z.object({ id: z.string(), name: z.string() });
/** Who reported a case. Never logged, kept or shown but where `whoReported` says. */
export type Reporter = z.infer<typeof reporterSchema>;
type SealDeps = Pick<ConcernsDeps, 'sealing'>;

/** Entra takes 256 characters; what is longer is no name. */
const LONGEST_NAME = 256;

/** Seals who reports, for this case alone. */
export function sealReporter({ sealing }: SealDeps, caseId: string, { id, name }: Reporter): string {
  return sealing.names.seal(JSON.stringify({ id, name: name.slice(0, LONGEST_NAME) }), caseId);
}

/**
 * Opens who reported a case. Three may: the relay, to tell them something; a press of theirs, to know that it is
 * theirs; and a reveal. Nothing else calls this.
 */
export function whoReported({ sealing }: SealDeps, caseId: string, { reporter }: Case): Reporter {
  if (sealing.names.made(reporter))
    return reporterSchema.parse(JSON.parse(sealing.names.open(reporter, caseId)));
  // Of before names had a key of their own: the id alone.
  return { id: sealing.open(reporter, caseId), name: '' };
}
