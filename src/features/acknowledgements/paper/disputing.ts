import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard, showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { Asked } from '../asked/reading';
import { requestIds } from '../asked/reading';
import { afterDispute } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import { countSoon } from '../progress/counting';
import { changeElsewhere } from '../campaign/elsewhere';
import { tellOfDisputeSoon } from './paperTold';

const NOTHING_RECORDED = 'Nothing is recorded here as signed on paper by you.';

/** "Not you? Tell us": the signature counts no longer, the manager is told, and the person can confirm themselves. */
export async function disputePaper(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { campaign, part } = requestIds.parse(data);
  const before = campaign && part ? await asked.recipients.get(campaign, part, turn.person.id) : undefined;
  if (!before?.paper) return notice(NOTHING_RECORDED);
  const at = await recordDispute(asked, turn, campaign, before);
  const row = await asked.recipients.change(campaign, part, turn.person.id, (now) => afterDispute(now, at));
  if (!row?.paper) return notice(NOTHING_RECORDED);
  await changeElsewhere(asked, row, (other) => afterDispute(other, at));
  if (!row.paper.managerToldAt) await tellOfDisputeSoon(asked, { campaign, part, personId: turn.person.id });
  await countSoon(asked, campaign, part);
  const manager = (await asked.campaigns.get(campaign))?.managerName ?? '';
  const card = render('acknowledgements/notSigned', { manager, campaign, part });
  return turn.place.kind === 'personal' ? showCard(card) : showPrivately(card);
}

const NOT_MINE = 'I did not sign the paper that was recorded for me.';

/** What they said is sealed beside what was recorded, and comes first: a crash loses it no more than that. @returns when they said so */
async function recordDispute(
  { evidence, campaigns, versions, clock }: Asked,
  turn: Turn,
  campaignId: string,
  { paper }: Recipient,
): Promise<string> {
  const at = paper?.disputedAt ?? clock.now().toISOString();
  const campaign = await campaigns.get(campaignId);
  const signed =
    campaign && (await evidence.findAny(turn.person.id, await versions.sameAs(campaign), 'paper'));
  if (!signed?.paper) return at;
  const { sealedAs: _, paper: theirs, ...record } = signed;
  const dispute = { signedOn: theirs.signedOn };
  const activityId = turn.cardActivityId ?? '';
  return (await evidence.add({ ...record, at, statement: NOT_MINE, activityId, dispute })).at;
}
