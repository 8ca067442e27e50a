import type { DueJob, JobResult } from '../../../../jobs/jobs';
import { deliverSoon } from '../../delivery/deliverSoon';
import { laterThan, tell } from '../../tell';
import { campaignOf } from '../campaignOfDraft';
import type { Draft } from '../draft';
import { answerCard } from './approvalCards';
import type { Approval } from './approvals';
import { isFor } from './approvals';
import type { Approving } from './asking';

export const APPROVAL_DECIDED = 'acknowledgements.approvalDecided';

/** Has what was approved delivered, and tells the one who asked; each step may repeat. */
export async function carryOut(approving: Approving, job: DueJob): Promise<JobResult> {
  const { approvals, drafts, clock } = approving;
  const approval = await approvals.get(job.key);
  if (!approval || approval.state === 'asked' || approval.askerToldAt) return 'done';
  const draft = await drafts.get(approval.managerId, approval.draftId);
  if (!draft) return 'done';
  const approved = approval.state === 'approved';
  const outdated = approved && !draft.campaignId && !isFor(approval, draft);
  if (approved && !outdated) await sendIt(approving, approval, draft);
  const told = await tell(
    approving,
    { personId: approval.managerId },
    answerCard(approval, draft.title, outdated),
  );
  if (told.outcome === 'unavailable') return laterThan(clock.now());
  const at = clock.now().toISOString();
  await approvals.change(job.key, (now) => (now.askerToldAt ? now : { ...now, askerToldAt: at }));
  return 'done';
}

async function sendIt(
  approving: Approving,
  { managerId, managerName }: Approval,
  draft: Draft,
): Promise<void> {
  const { campaigns, drafts, roles } = approving;
  const teams = await roles.teamsOf(managerId);
  const sender = { id: managerId, name: managerName };
  const campaign = await campaigns.create(campaignOf(approving, sender, draft, teams));
  await campaigns.enterInList(campaign);
  await drafts.markSent(draft, campaign.id);
  await deliverSoon(approving, campaign.id);
}
