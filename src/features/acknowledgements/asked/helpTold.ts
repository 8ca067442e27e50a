import { z } from 'zod';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Campaign } from '../campaign/campaign';
import { afterHelpTold, HELP_WORDS, isUntold } from '../campaign/needs';
import type { Recipient } from '../campaign/recipient';
import { helpSchema } from '../campaign/beside';
import { dayInWords } from '../dates';
import type { Parties } from '../parties';
import { laterThan, tell } from '../tell';

export const HELP_TOLD = 'acknowledgements.helpAsked';
const payloadSchema = z.object({
  campaign: z.string(),
  part: z.string(),
  personId: z.string(),
  help: helpSchema,
});
type Asked = z.infer<typeof payloadSchema>;

/** Has the manager told; repeats replace each other. */
export function tellOfHelpSoon({ jobs, clock }: Parties, asked: Asked): Promise<void> {
  const { campaign, part, personId, help } = asked;
  return jobs.schedule(HELP_TOLD, `${campaign}:${part}:${personId}:${help}`, clock.now(), asked);
}

/** Tells the manager who needs help, once. Where they cannot be told, whoever asked is told that. */
export async function tellOfHelp(parties: Parties, job: DueJob): Promise<JobResult> {
  const asked = payloadSchema.parse(job.payload);
  const { campaigns, recipients, clock, log } = parties;
  const [campaign, row] = await Promise.all([
    campaigns.get(asked.campaign),
    recipients.get(asked.campaign, asked.part, asked.personId),
  ]);
  if (!campaign || !row || !isUntold(row, asked.help)) return 'done';
  const told = await tell(parties, { personId: campaign.managerId }, helpAskedCard(campaign, row, asked));
  if (told.outcome === 'unavailable') return laterThan(clock.now());
  if (told.outcome !== 'sent') {
    log.warn('acknowledgements.managerNotTold', { campaign: campaign.id, code: told.code });
    const sent = await tell(parties, row, notToldCard(campaign.managerName));
    if (sent.outcome === 'unavailable') return laterThan(clock.now());
  }
  const at = clock.now().toISOString();
  await recipients.change(asked.campaign, asked.part, asked.personId, (now) =>
    afterHelpTold(now, asked.help, at),
  );
  return 'done';
}

function helpAskedCard({ title, due }: Campaign, { name }: Recipient, { help }: Asked): Card {
  return render('acknowledgements/helpAsked', { name, help: HELP_WORDS[help], title, due: dayInWords(due) });
}

/** @param manager the name of who could not be told */
export function notToldCard(manager: string): Card {
  return render('acknowledgements/notTold', { manager });
}
