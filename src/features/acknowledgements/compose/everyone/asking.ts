import type { CardReply } from '../../../../bot/cardReply';
import { notice, showCard } from '../../../../bot/cardReply';
import type { Sent } from '../../../../bot/outcomes';
import { afterTelling, otherAdministrators } from '../../../../bot/secondWord/secondWord';
import { tellOthers } from '../../../../bot/secondWord/tellOthers';
import type { Turn } from '../../../../bot/turn';
import type { Card } from '../../../../cards/render';
import type { DueJob, JobResult } from '../../../../jobs/jobs';
import { campaignIdOf } from '../../campaign/campaign';
import { laterThan, tell } from '../../tell';
import type { Composer } from '../composing';
import type { Draft } from '../draft';
import { approvalCard, nobodyToldCard, waitingCard } from './approvalCards';
import type { Approval, Approvals } from './approvals';
import { isFor } from './approvals';

export const APPROVAL_ASKED = 'acknowledgements.approvalAsked';

/** What a request to everybody works with. */
export interface Approving extends Composer {
  readonly approvals: Approvals;
}

const ONLY_ONE =
  'You are the only administrator, and a request to everybody needs a second one to approve it. ' +
  'Please choose teams, or have a second administrator added.';

/** "Ask for approval": one question for the draft as it is, however often it is pressed. */
export async function askForApproval(
  approving: Approving,
  turn: Turn,
  draft: Draft,
  people: number,
): Promise<CardReply> {
  const others = otherAdministrators(approving.administrators, turn.person.id);
  if (others.length === 0) return notice(ONLY_ONE);
  const { id: managerId, name: managerName } = turn.person;
  const approval = await approving.approvals.ask({
    id: campaignIdOf(managerId, draft.id),
    managerId,
    managerName,
    draftId: draft.id,
    revision: draft.revision,
    listRevision: draft.listRevision,
    people,
    state: 'asked',
    told: [],
  });
  if (approval.state === 'refused') return notice(refusedWords(approval));
  // Also for a repeat: where a crash came in between, this finishes what the first press began.
  await approving.jobs.schedule(APPROVAL_ASKED, approval.id, approving.clock.now());
  return showCard(waitingCard(draft, others.length));
}

/** Gives every other administrator the card, once; where nobody can have it, the one who asked is told. */
export async function tellAdministrators(approving: Approving, job: DueJob): Promise<JobResult> {
  const { approvals, drafts, clock, log } = approving;
  const approval = await approvals.get(job.key);
  const draft = approval && (await drafts.get(approval.managerId, approval.draftId));
  if (approval?.state !== 'asked' || !draft || !isFor(approval, draft)) return 'done';
  const card = await approvalCard(approving, draft, approval);
  const others = otherAdministrators(approving.administrators, approval.managerId);
  const reached = await tellOthers(others, approval.told, (personId) =>
    tellOne(approving, approval, personId, card),
  );
  if (reached === 'later') return laterThan(clock.now());
  if (reached === 'told') return 'done';
  log.warn('acknowledgements.nobodyToApprove', {});
  const told = await tell(approving, { personId: approval.managerId }, nobodyToldCard(draft.title));
  return told.outcome === 'unavailable' ? laterThan(clock.now()) : 'done';
}

async function tellOne(
  approving: Approving,
  approval: Approval,
  personId: string,
  card: Card,
): Promise<Sent['outcome']> {
  const { outcome } = await tell(approving, { personId }, card);
  if (outcome === 'sent') {
    await approving.approvals.change(approval.id, (now) =>
      isFor(now, approval) ? afterTelling(now, personId) : now,
    );
  }
  return outcome;
}

function refusedWords({ decidedByName = '' }: Approval): string {
  return `${decidedByName} did not approve this. Please talk to them; press Back to change it, then you can ask again.`;
}
