import { z } from 'zod';
import type { Asked } from '../asked/reading';
import type { CampaignView } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { sameVersion, versionOf } from '../policyToConfirm';
import { countSoon } from '../progress/counting';
import { watched } from '../progress/watching';
import type { PaperOf } from './paperCards';

const id = z.string().max(200).catch('');
const rowData = z.object({ part: id, person: id });

const NOT_ON_REQUEST = 'This person is not on this request.';
const OLDER_VERSION =
  'The policy has changed since this request was sent, so a paper for it can no longer be recorded here.';
const NOTHING_TO_CONFIRM = 'There is nothing to confirm in this reminder, so no paper is recorded for it.';
const WITHDRAWN = 'This request was withdrawn, so nothing can be recorded for it.';
const OWN_PAPER =
  'Nobody can record a paper for themselves. Please confirm in Teams, or ask another manager.';

/** Somebody on a request whose paper the presser may record. */
export interface Signer {
  readonly view: CampaignView;
  readonly row: Recipient;
  readonly of: PaperOf;
}

/** The person, or the sentence that the presser gets instead. */
type Found = (Signer & { readonly refused?: undefined }) | { readonly refused: string };

/** Looks everything up anew at each press: the card's ids only say where. */
export async function signerOf(asked: Asked, presser: string, data: Record<string, unknown>): Promise<Found> {
  const found = await watched(asked, presser, data);
  if (found.refused !== undefined) return found;
  const { campaign } = found.view;
  const { part, person } = rowData.parse(data);
  const row = part && person ? await asked.recipients.get(campaign.id, part, person) : undefined;
  if (!row) return { refused: NOT_ON_REQUEST };
  if (row.personId === presser) return { refused: OWN_PAPER };
  if (!asksToConfirm(campaign)) return { refused: NOTHING_TO_CONFIRM };
  if (campaign.state === 'cancelled') return { refused: WITHDRAWN };
  const accepted = await asked.versions.sameAs(versionOf(asked.policy));
  if (!accepted.some((version) => sameVersion(campaign, version))) return { refused: OLDER_VERSION };
  return { view: found.view, row, of: { campaign: campaign.id, part, person, name: row.name } };
}

/** Changes the signer's row and has the figures counted. @returns the row as it now is */
export async function bringInLine(
  asked: Asked,
  { of }: Signer,
  decide: (now: Recipient) => Recipient,
): Promise<Recipient | undefined> {
  const row = await asked.recipients.change(of.campaign, of.part, of.person, decide);
  await countSoon(asked, of.campaign, of.part);
  return row;
}
