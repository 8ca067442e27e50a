import { z } from 'zod';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Stored } from '../../../storage/table';
import type { Campaign, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { afterDecision, afterRefusedReminder, afterReminder, isToRemind } from '../campaign/reminded';
import { inFlight } from '../delivery/inFlight';
import { Recorder } from '../delivery/recorder';
import { sendOne } from '../delivery/sendOne';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import { reminderCard } from './reminderCard';

export const REMINDING = 'acknowledgements.reminding';
/** What Teams did not take is tried again this much later, for a day. */
const AGAIN_AFTER_MS = 60_000;
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

const payloadSchema = z.object({
  campaignId: z.string(),
  /** Empty for everybody outstanding. */
  partId: z.string(),
  personId: z.string(),
  askedAt: z.coerce.date(),
});
type Payload = z.infer<typeof payloadSchema>;

/** A round of reminders: what one press asked for. */
interface Round extends Payload {
  readonly key: string;
  readonly campaign: Campaign;
  readonly mayGoOn: () => boolean;
}

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
  const round: Round = { ...payload, key: job.key, campaign: view.campaign, mayGoOn: job.mayGoOn };
  let left = 0;
  for (const part of view.parts) {
    if (payload.partId && part.id !== payload.partId) continue;
    left += await remindPart(parties, round, part);
    if (!job.mayGoOn()) return { againAt: clock.now() };
    await countPart(parties, view.campaign.id, part);
  }
  return left > 0 ? { againAt: new Date(clock.now().getTime() + AGAIN_AFTER_MS) } : 'done';
}

/** @returns how many Teams did not take and are to be tried again. */
async function remindPart(parties: Parties, round: Round, part: Part): Promise<number> {
  const { recipients, clock, policy } = parties;
  const place = { campaignId: round.campaign.id, partId: part.id };
  const wanted = (row: Recipient): boolean => !round.personId || row.personId === round.personId;
  await recipients.sweep(place, (row) => (wanted(row) ? afterDecision(row, round, clock.now()) : row));
  const card = reminderCard(policy, round.campaign, part.id);
  const recorder = new Recorder(recipients, place);
  const left: string[] = [];
  await inFlight(recipients.list(place.campaignId, place.partId), round.mayGoOn, async (stored) => {
    if (!isToRemind(stored.value, round.key)) return;
    const decide = await remindOne(parties, round, stored, card);
    if (decide) await recorder.record(stored, decide);
    else left.push(stored.row);
  });
  return left.length;
}

/** @returns what became of the row, or undefined where it is to be tried again. */
async function remindOne(
  parties: Parties,
  { campaign, key, askedAt }: Round,
  { value }: Stored<Recipient>,
  card: ReturnType<typeof reminderCard>,
): Promise<((now: Recipient) => Recipient) | undefined> {
  const result = await sendOne(parties, campaign, value, card);
  if (result.outcome === 'sent') return (now) => afterReminder(now, key, result.activityId);
  const age = parties.clock.now().getTime() - askedAt.getTime();
  if (result.outcome === 'unavailable' && age < GIVE_UP_AFTER_MS) return undefined;
  return (now) => afterRefusedReminder(now, key, result.outcome);
}
