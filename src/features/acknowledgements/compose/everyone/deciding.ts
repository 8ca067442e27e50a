import { z } from 'zod';
import type { CardReply } from '../../../../bot/cardReply';
import { notice, showCard } from '../../../../bot/cardReply';
import { afterDecision } from '../../../../bot/secondWord/secondWord';
import type { Turn } from '../../../../bot/turn';
import type { Draft } from '../draft';
import { isAdministrator } from '../permission';
import { reachFor, whyNot } from '../previewing';
import { whyNotSend } from '../whyNotSend';
import { decidedCard } from './approvalCards';
import type { Approval } from './approvals';
import { isFor } from './approvals';
import type { Approving } from './asking';
import { APPROVAL_DECIDED } from './carryingOut';

const pressSchema = z.object({
  approval: z.string().max(100).catch(''),
  revision: z.coerce.number().int().catch(-1),
  listRevision: z.coerce.number().int().catch(-1),
});

const GONE = 'This request is no longer there, so there is nothing to approve.';
const CHANGED =
  'This was changed after you got it, so this card no longer counts. You get a new one if it is asked again.';
const ONLY_ADMINISTRATORS = 'Only administrators can approve a request to everybody.';
const NOT_YOUR_OWN = 'You asked for this yourself, so another administrator has to approve it.';
const NOT_ADMINISTRATOR =
  'Whoever asked for this is no longer an administrator, so it cannot be sent to everybody.';

/** "Approve": by another administrator than the one who asked, and for what they were shown. */
export async function approve(
  approving: Approving,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await decidable(approving, turn, data);
  if (found.answer) return found.answer;
  const { approval, draft } = found;
  const problem = await whyNotNow(approving, approval, draft);
  return problem ? notice(problem) : decide(approving, turn, approval, 'approved');
}

/** "Do not approve". */
export async function refuse(
  approving: Approving,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await decidable(approving, turn, data);
  return found.answer ?? decide(approving, turn, found.approval, 'refused');
}

type Decidable =
  | { readonly approval: Approval; readonly draft: Draft; readonly answer?: undefined }
  | { readonly answer: CardReply };

/** Everything looked up anew; a decision that is there already is shown, and finished where a crash cut it short. */
async function decidable(
  approving: Approving,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Decidable> {
  const { approvals, drafts, roles } = approving;
  if (!(await roles.confirm(turn.person.id, 'administrator'))) return { answer: notice(ONLY_ADMINISTRATORS) };
  const pressed = pressSchema.parse(data);
  const approval = await approvals.get(pressed.approval);
  const draft = approval && (await drafts.get(approval.managerId, approval.draftId));
  if (!approval || !draft) return { answer: notice(GONE) };
  if (approval.managerId === turn.person.id) return { answer: notice(NOT_YOUR_OWN) };
  if (!isFor(approval, pressed)) return { answer: notice(CHANGED) };
  if (approval.state !== 'asked') return { answer: await decided(approving, approval) };
  return isFor(approval, draft) ? { approval, draft } : { answer: notice(CHANGED) };
}

async function whyNotNow(
  approving: Approving,
  { managerId }: Approval,
  draft: Draft,
): Promise<string | undefined> {
  if (!(await isAdministrator(approving.roles, managerId))) return NOT_ADMINISTRATOR;
  const teams = await approving.roles.teamsOf(managerId);
  const now = approving.clock.now();
  return whyNotSend(draft, teams, now) ?? whyNot(draft, await reachFor(approving, draft));
}

async function decide(
  approving: Approving,
  turn: Turn,
  approval: Approval,
  state: 'approved' | 'refused',
): Promise<CardReply> {
  const by = { by: turn.person.id, byName: turn.person.name };
  const now = await approving.approvals.change(approval.id, (latest) =>
    isFor(latest, approval) ? afterDecision(latest, { state, ...by }) : latest,
  );
  if (!now || !isFor(now, approval)) return notice(CHANGED);
  return decided(approving, now);
}

async function decided({ jobs, clock }: Approving, approval: Approval): Promise<CardReply> {
  if (!approval.askerToldAt) await jobs.schedule(APPROVAL_DECIDED, approval.id, clock.now());
  return showCard(decidedCard(approval));
}
