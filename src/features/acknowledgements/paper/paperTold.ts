import { z } from 'zod';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import { render } from '../../../cards/render';
import { notToldCard } from '../asked/helpTold';
import { receiptCard } from '../asked/receiptCard';
import type { Asked } from '../asked/reading';
import { afterPaperTold } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import { dayInWords } from '../dates';
import type { Parties } from '../parties';
import { laterThan, tell } from '../tell';

export const SIGNER_TOLD = 'acknowledgements.paperRecorded';
export const DISPUTE_TOLD = 'acknowledgements.paperDisputed';

const DAY_MS = 24 * 60 * 60_000;
/** Whoever gets Teams later than this finds the record under `my acknowledgements`. */
const LONGEST_WAIT_MS = 60 * DAY_MS;

const whoSchema = z.object({ campaign: z.string(), part: z.string(), personId: z.string() });
type Who = z.infer<typeof whoSchema>;
const keyOf = ({ campaign, part, personId }: Who): string => `${campaign}:${part}:${personId}`;

export function tellSignerSoon({ jobs, clock }: Parties, who: Who): Promise<void> {
  return jobs.schedule(SIGNER_TOLD, keyOf(who), clock.now(), who);
}

export function tellOfDisputeSoon({ jobs, clock }: Parties, who: Who): Promise<void> {
  return jobs.schedule(DISPUTE_TOLD, keyOf(who), clock.now(), who);
}

/** Tells the person, once, that a signature of theirs is recorded; who does not have the bot may get it later. */
export async function tellSigner(asked: Asked, job: DueJob): Promise<JobResult> {
  const who = whoSchema.parse(job.payload);
  const row = await asked.recipients.get(who.campaign, who.part, who.personId);
  if (!row?.paper || row.paper.personToldAt || row.paper.disputedAt) return 'done';
  const campaign = await asked.campaigns.get(who.campaign);
  const record =
    campaign && (await asked.evidence.findAny(who.personId, await asked.versions.sameAs(campaign), 'paper'));
  if (!record) return 'done';
  const now = asked.clock.now();
  const told = await tell(asked, row, receiptCard(record));
  if (told.outcome === 'unavailable') return laterThan(now);
  if (told.outcome === 'sent') await noteTold(asked, who, 'personToldAt');
  else if (now.getTime() - Date.parse(row.paper.recordedAt) < LONGEST_WAIT_MS)
    return { againAt: new Date(now.getTime() + DAY_MS) };
  return 'done';
}

/** Tells the manager, once, that somebody did not sign. Where they cannot be told, the person is told that. */
export async function tellOfDispute(parties: Parties, job: DueJob): Promise<JobResult> {
  const who = whoSchema.parse(job.payload);
  const { campaigns, recipients, clock, log } = parties;
  const row = await recipients.get(who.campaign, who.part, who.personId);
  const campaign = await campaigns.get(who.campaign);
  if (!campaign || !row?.paper?.disputedAt || row.paper.managerToldAt) return 'done';
  const told = await tell(parties, { personId: campaign.managerId }, disputedCard(row, campaign.title));
  if (told.outcome === 'unavailable') return laterThan(clock.now());
  if (told.outcome !== 'sent') {
    log.warn('acknowledgements.managerNotTold', { campaign: campaign.id, code: told.code });
    const sent = await tell(parties, row, notToldCard(campaign.managerName));
    if (sent.outcome === 'unavailable') return laterThan(clock.now());
  }
  await noteTold(parties, who, 'managerToldAt');
  return 'done';
}

async function noteTold(
  { recipients, clock }: Parties,
  { campaign, part, personId }: Who,
  told: 'personToldAt' | 'managerToldAt',
): Promise<void> {
  const at = clock.now().toISOString();
  await recipients.change(campaign, part, personId, (row) => afterPaperTold(row, told, at));
}

function disputedCard({ name, paper }: Recipient, title: string) {
  return render('acknowledgements/paperDisputed', {
    name,
    signedOn: dayInWords(paper?.signedOn ?? ''),
    title,
  });
}
