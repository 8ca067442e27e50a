import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard, showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Stored } from '../../../storage/table';
import type { Card } from '../../../cards/render';
import { afterFirstAcknowledgement } from '../campaign/covered';
import { isSignedOnPaper } from '../campaign/onPaper';
import { cardsOf } from '../campaign/recalled';
import type { Recipient } from '../campaign/recipient';
import { afterAcknowledgement } from '../campaign/recipient';
import type { Parties } from '../parties';
import { changeElsewhere } from '../campaign/elsewhere';
import { versionOf } from '../policyToConfirm';
import { countSoon } from '../progress/counting';
import { pageCard } from './pageCard';
import { receiptCard } from './receiptCard';
import type { EvidenceRecord } from './record';
import type { Standing } from './standing';
import { mayConfirmFrom, showsNoRecord, STANDING_WORDS, standingOf } from './standing';

/** What reading and confirming work with. */
export type Asked = Parties;

const id = z.string().max(200).catch('');
/** Ids of a request's card; what is missing or no text is an id that nobody has. */
export const requestIds = z.object({ campaign: id, part: id });
const readData = requestIds.extend({ page: z.coerce.number().int().catch(1) });
export type RequestIds = z.infer<typeof requestIds>;

/** Where somebody without a record stands, and whether they have questions to answer before they confirm. */
export interface Where {
  readonly standing: Standing;
  readonly checkFirst: boolean;
  /** When they passed the check of the current version (ISO). */
  readonly checkPassedAt?: string | undefined;
  /** Their row in the request, as it was read. */
  readonly row?: Stored<Recipient> | undefined;
}

/** The presser's record of the current version, whichever card they press; or where they stand without one. */
type Looked = { readonly record: EvidenceRecord } | ({ readonly record?: undefined } & Where);

/**
 * Where the presser stands, from what is stored; the card's ids only say where to look.
 * @param recordLater their record is not looked for, unless it is one on paper
 */
export async function standingIn(
  { campaigns, recipients, evidence, policy, sharedAccounts, versions }: Asked,
  personId: string,
  ids: RequestIds,
  recordLater = false,
): Promise<Looked> {
  const current = versionOf(policy);
  const accepted = await versions.sameAs(current);
  const [campaign, row, record, shared] = await Promise.all([
    campaigns.get(ids.campaign),
    ids.part === '' ? undefined : recipients.read(ids.campaign, ids.part, personId),
    recordLater ? undefined : evidence.findAny(personId, accepted),
    sharedAccounts.has(personId),
  ]);
  const recipient = row?.value;
  const standing = standingOf({ campaign, recipient, shared }, accepted);
  if (showsNoRecord(standing)) return { standing, checkFirst: false };
  if (record) return { record };
  const onPaper =
    recipient && isSignedOnPaper(recipient) && (await evidence.findAny(personId, accepted, 'paper'));
  if (onPaper) return { record: onPaper };
  const check = recipient?.checkPassed;
  const checkPassedAt = check?.versionHash === current.versionHash ? check.at : undefined;
  const checkFirst = campaign?.check === true && recipient !== undefined && !checkPassedAt && !shared;
  return { standing, checkFirst, checkPassedAt, row };
}

/** "Read and confirm", Next and Back: one page of the policy, for the presser alone. */
export async function read(asked: Asked, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const { page, ...ids } = readData.parse(data);
  const found = await standingIn(asked, turn.person.id, ids);
  return found.record ? settle(asked, turn, ids, found.record) : showPage(asked, found, ids, page);
}

/** A page with what the presser's standing asks for around it. */
export function showPage(
  { policy }: Asked,
  { standing, checkFirst }: Where,
  ids: RequestIds,
  page: number,
  sentence = STANDING_WORDS[standing],
): CardReply {
  // A request that is gone is left behind: from here on the person confirms the policy of their own accord.
  const { campaign, part } = standing === 'gone' ? { campaign: '', part: '' } : ids;
  const mayConfirm = mayConfirmFrom(standing);
  return showPrivately(
    pageCard(policy, { page, notice: sentence, mayConfirm, checkFirst, campaignId: campaign, partId: part }),
  );
}

/** Brings the recipient's row in line with the record and makes the card a receipt. @param read the row, if known */
export async function settle(
  asked: Asked,
  turn: Turn,
  { campaign, part }: RequestIds,
  record: EvidenceRecord,
  read?: Stored<Recipient>,
): Promise<CardReply> {
  const press = { at: record.at, receipt: record.receipt, activityId: turn.cardActivityId };
  const afterPress = (now: Recipient): Recipient => afterAcknowledgement(now, press);
  const row = await changeRow(asked, turn.person.id, { campaign, part }, afterPress, read);
  if (row) await countSoon(asked, campaign, part);
  if (row?.acknowledgedAt) await changeElsewhere(asked, row, (now) => afterFirstAcknowledgement(now, record));
  else await asked.claims.noteOwnAccord(record, turn.person.id);
  const card = receiptCard(record);
  if (row?.acknowledgedAt && turn.place.kind === 'personal') showOnOthers(asked, turn, row, card);
  // A card that somebody passed on to a group must not show everybody there who confirmed.
  return turn.place.kind === 'personal' ? showCard(card) : showPrivately(card);
}

function changeRow(
  { recipients }: Asked,
  personId: string,
  { campaign, part }: RequestIds,
  decide: (now: Recipient) => Recipient,
  read: Stored<Recipient> | undefined,
): Promise<Recipient | undefined> {
  if (read) return recipients.changeRead(read, decide);
  return campaign && part ? recipients.change(campaign, part, personId, decide) : Promise.resolve(undefined);
}

/** The request and its reminders: the other cards become the receipt too. A press on one that did not shows it. */
function showOnOthers({ messenger }: Asked, turn: Turn, row: Recipient, card: Card): void {
  const { serviceUrl, conversationId } = row;
  const others = cardsOf(row).filter((id) => id !== turn.cardActivityId);
  if (!conversationId || others.length === 0) return;
  turn.afterwards(async () => {
    for (const id of others) await messenger.update({ serviceUrl, conversationId }, id, { card }, 'bulk');
  });
}

/** "Not now": nothing is kept of it. */
export function notNow(): Promise<CardReply> {
  return Promise.resolve(notice('That is fine. This request stays here for when you have time.'));
}
