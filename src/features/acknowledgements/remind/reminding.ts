import { z } from 'zod';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterDecision } from '../campaign/reminded';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import type { Round } from './sendReminders';
import { AGAIN_AFTER_MS, sendReminders } from './sendReminders';

export const REMINDING = 'acknowledgements.reminding';
/** What Teams did not take is tried again for a day. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

const payloadSchema = z.object({
  campaignId: z.string(),
  /** Empty for everybody outstanding. */
  partId: z.string(),
  personId: z.string(),
  askedAt: z.coerce.date(),
});
type Payload = z.infer<typeof payloadSchema>;

/** Puts reminders down as work: to everybody outstanding of a campaign, or to one person. */
export function remindSoon(
  { jobs, clock }: Parties,
  campaignId: string,
  who: { readonly partId: string; readonly personId: string } = { partId: '', personId: '' },
): Promise<void> {
  const key = [campaignId, who.partId, who.personId].join(':');
  const askedAt = clock.now().toISOString();
  return jobs.schedule(REMINDING, key, clock.now(), { campaignId, ...who, askedAt });
}

/**
 * Sends the reminders of one press. Who is reminded is decided in the rows before anything is sent, so that a press
 * at the same time does not send another; cut short and run again it goes on with those decided and not yet sent.
 */
export async function remindOutstanding(parties: Parties, job: DueJob): Promise<JobResult> {
  const { clock, campaigns } = parties;
  const payload = payloadSchema.parse(job.payload);
  const view = await campaigns.view(payload.campaignId);
  if (!view || view.campaign.state === 'cancelled' || view.campaign.paused) return 'done';
  const round: Round = {
    key: job.key,
    campaign: view.campaign,
    mayGoOn: job.mayGoOn,
    tryForMs: GIVE_UP_AFTER_MS,
  };
  let left = 0;
  for (const part of view.parts) {
    if (payload.partId && part.id !== payload.partId) continue;
    left += await remindPart(parties, round, payload, part);
    if (!job.mayGoOn()) return { againAt: clock.now() };
    await countPart(parties, view.campaign.id, part);
  }
  return left > 0 ? { againAt: new Date(clock.now().getTime() + AGAIN_AFTER_MS) } : 'done';
}

/** @returns how many Teams did not take and are to be tried again. */
async function remindPart(
  parties: Parties,
  round: Round,
  { personId, askedAt }: Payload,
  part: Part,
): Promise<number> {
  const { recipients, clock } = parties;
  const place = { campaignId: round.campaign.id, partId: part.id };
  const wanted = (row: Recipient): boolean => !personId || row.personId === personId;
  const by = { key: round.key, askedAt };
  await recipients.sweep(place, (row) => (wanted(row) ? afterDecision(row, by, clock.now()) : row));
  return sendReminders(parties, round, part);
}
