import { z } from 'zod';

/** While Teams does not answer: since when, how often it was looked whether it does, and when the next look is (ISO). */
export const outageSchema = z.object({
  since: z.string(),
  probes: z.number().int(),
  nextProbeAt: z.string(),
});
export type Outage = z.infer<typeof outageSchema>;

/** One message is sent to see; less and less often, so that a service that comes back is not held down by us. */
const PROBES_AFTER_MS = [15_000, 30_000, 60_000, 120_000, 300_000];
const LONGEST_MS = 300_000;

/** @param before the outage as it was known, undefined when it has just begun */
export function afterNoAnswer(before: Outage | undefined, now: Date): Outage {
  const probes = before ? before.probes + 1 : 0;
  const wait = PROBES_AFTER_MS[probes] ?? LONGEST_MS;
  return {
    since: before?.since ?? now.toISOString(),
    probes,
    nextProbeAt: new Date(now.getTime() + wait).toISOString(),
  };
}

/** @returns whether it is too early to look again. */
export function waitsForProbe(outage: Outage | undefined, now: Date): outage is Outage {
  return outage !== undefined && outage.nextProbeAt > now.toISOString();
}
