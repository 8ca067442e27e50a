import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard, showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { Asked } from '../asked/reading';
import { requestIds } from '../asked/reading';
import { afterDispute } from '../campaign/onPaper';
import { countSoon } from '../progress/counting';
import { tellOfDisputeSoon } from './paperTold';

const NOTHING_RECORDED = 'Nothing is recorded here as signed on paper by you.';

/** "Not you? Tell us": the signature counts no longer, the manager is told, and the person can confirm themselves. */
export async function disputePaper(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { campaign, part } = requestIds.parse(data);
  const at = asked.clock.now().toISOString();
  const row =
    campaign && part
      ? await asked.recipients.change(campaign, part, turn.person.id, (now) => afterDispute(now, at))
      : undefined;
  if (!row?.paper) return notice(NOTHING_RECORDED);
  if (!row.paper.managerToldAt) await tellOfDisputeSoon(asked, { campaign, part, personId: turn.person.id });
  await countSoon(asked, campaign, part);
  const manager = (await asked.campaigns.get(campaign))?.managerName ?? '';
  const card = render('acknowledgements/notSigned', { manager, campaign, part });
  return turn.place.kind === 'personal' ? showCard(card) : showPrivately(card);
}
