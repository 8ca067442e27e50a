import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { sameVersion, versionOf } from '../policyToConfirm';
import type { Asked, RequestIds } from './reading';
import { requestIds, settle, showPage, standingIn } from './reading';
import type { EvidenceRecord } from './record';
import { receiptNumber } from './record';
import { mayConfirmFrom, showsNoRecord } from './standing';

const confirmData = z.object({
  campaign: z.string().max(200),
  part: z.string().max(200),
  versionNumber: z.coerce.number().int(),
  versionHash: z.string(),
});

const CHANGED = 'The policy has changed since you opened it. Please read the current one.';

/**
 * "I confirm": one record for a person and a policy version, then the row, then the receipt. Each step may happen
 * twice. Nothing is kept unless the text that was confirmed is the current one and the request was theirs, or they
 * went on from a request that is gone; and unless the questions that the request asks were answered rightly.
 */
export async function confirm(asked: Asked, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const ids = requestIds.parse(data);
  const found = await standingToConfirm(asked, turn.person.id, ids);
  if (found.record) return settle(asked, turn, ids, found.record);
  const { standing, checkFirst, checkPassedAt, row } = found;
  const pressed = confirmData.safeParse(data);
  const ofOwnAccord = pressed.success && pressed.data.campaign === '';
  if (!pressed.success || !mayConfirmFrom(standing) || (standing === 'gone' && !ofOwnAccord)) {
    return showPage(asked, found, ids, 1);
  }
  const current = versionOf(asked.policy);
  if (!sameVersion({ ...pressed.data, policyId: current.policyId }, current)) {
    return showPage(asked, found, ids, 1, CHANGED);
  }
  if (checkFirst) return showPage(asked, found, ids, asked.policy.sections.length);
  const record = { ...recordOf(asked, turn, ids), checkPassedAt };
  return settle(asked, turn, ids, await asked.evidence.add(record), row);
}

/**
 * Nearly everybody who confirms has no record yet, and adding one finds one that is there: so it is looked for only
 * where something else than a first confirmation is to be answered.
 */
async function standingToConfirm(
  asked: Asked,
  personId: string,
  ids: RequestIds,
): Promise<Awaited<ReturnType<typeof standingIn>>> {
  const found = await standingIn(asked, personId, ids, true);
  if (found.record || showsNoRecord(found.standing)) return found;
  const accepted = await asked.versions.sameAs(versionOf(asked.policy));
  const isAsked = found.standing === 'asked' && !found.checkFirst && !found.row?.value.acknowledgedAt;
  // Where an earlier version counts as well, there may be a record that adding this one would not find.
  const isFirst = isAsked && accepted.length === 1;
  const record = isFirst ? undefined : await asked.evidence.findAny(personId, accepted);
  return record ? { record } : found;
}

function recordOf({ policy, clock }: Asked, turn: Turn, ids: RequestIds): EvidenceRecord {
  const version = versionOf(policy);
  return {
    ...version,
    personId: turn.person.id,
    personName: turn.person.name,
    policyTitle: policy.title,
    statement: policy.statement,
    at: clock.now().toISOString(),
    campaignId: ids.campaign,
    partId: ids.part,
    activityId: turn.cardActivityId ?? '',
    receipt: receiptNumber(turn.person.id, version),
  };
}
