import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Asked } from '../asked/reading';
import type { EvidenceRecord } from '../asked/record';
import { receiptNumber } from '../asked/record';
import type { CampaignView } from '../campaign/campaign';
import { afterPaper } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import { afterAcknowledgement } from '../campaign/recipient';
import { mayStillSend } from '../compose/permission';
import { dayOf, momentInWords } from '../dates';
import { sameVersion, versionOf } from '../policyToConfirm';
import { countSoon } from '../progress/counting';
import { watched } from '../progress/watching';
import type { PaperOf } from './paperCards';
import { paperCard, paperRecordedCard } from './paperCards';
import type { PaperInput } from './paperInput';
import { problemWithWitness, readPaperInput } from './paperInput';
import { tellSignerSoon } from './paperTold';
import { firstDayToSign, problemWithSignedOn } from './signedOn';

const id = z.string().max(200).catch('');
const rowData = z.object({ part: id, person: id });
const TITLE = 'Signed on paper';
const NOT_ON_REQUEST = 'This person is not on this request.';
const NOT_CONFIRMED =
  'I could not check with Teams that you may record this, so nothing was recorded. Please try again in a minute.';
const OLDER_VERSION =
  'The policy has changed since this request was sent, so a paper for it can no longer be recorded here.';
const WITHDRAWN = 'This request was withdrawn, so nothing can be recorded for it.';
const OWN_PAPER =
  'Nobody can record a paper for themselves. Please confirm in Teams, or ask another manager.';
const DISPUTED =
  'It was recorded before, and this person says that they did not sign. Please talk to them. They can confirm in Teams.';

/** One person of a request that the presser may watch, or the sentence that they get instead. */
type Found =
  | {
      readonly view: CampaignView;
      readonly row: Recipient;
      readonly of: PaperOf;
      readonly refused?: undefined;
    }
  | { readonly refused: string };

/** "Signed on paper": the form for one person of a request. */
export async function openPaper(asked: Asked, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const found = await personOf(asked, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  return (await standsAlready(asked, found)) ?? form(asked, found, { signedOn: '', witness: '' });
}

/** "Record it": evidence first, then the row, then word to the person. Each step may happen twice. */
export async function recordPaper(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await personOf(asked, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  const stands = await standsAlready(asked, found);
  if (stands) return stands;
  const input = readPaperInput(data);
  const { campaign } = found.view;
  const problem =
    problemWithSignedOn(input.signedOn, asked.policy, campaign, dayOf(asked.clock.now())) ??
    problemWithWitness(input.witness, found.row.name);
  if (problem) return form(asked, found, input, problem);
  if (!(await mayStillSend(asked.roles, turn.person.id))) return notice(NOT_CONFIRMED);
  const record = await asked.evidence.add(recordOf(asked, turn, found, input));
  return recorded(asked, found, record);
}

/** Looks everything up anew at each press: the card's ids only say where. */
async function personOf(asked: Asked, presser: string, data: Record<string, unknown>): Promise<Found> {
  const found = await watched(asked, presser, data);
  if (found.refused !== undefined) return found;
  const { campaign } = found.view;
  const { part, person } = rowData.parse(data);
  const row = part && person ? await asked.recipients.get(campaign.id, part, person) : undefined;
  if (!row) return { refused: NOT_ON_REQUEST };
  if (row.personId === presser) return { refused: OWN_PAPER };
  if (campaign.state === 'cancelled') return { refused: WITHDRAWN };
  if (!sameVersion(campaign, versionOf(asked.policy))) return { refused: OLDER_VERSION };
  return { view: found.view, row, of: { campaign: campaign.id, part, person, name: row.name } };
}

type Person = Extract<Found, { readonly view: CampaignView }>;

/** The answer where there is a confirmation already, with the row brought in line with it. */
async function standsAlready(asked: Asked, found: Person): Promise<CardReply | undefined> {
  const { evidence, policy } = asked;
  const version = versionOf(policy);
  const inTeams = await evidence.find(found.of.person, version);
  if (inTeams) {
    await bringInLine(asked, found, (row) =>
      afterAcknowledgement(row, { at: inTeams.at, receipt: inTeams.receipt, activityId: undefined }),
    );
    return notice(
      `${found.row.name} has confirmed in Teams on ${momentInWords(inTeams.at)}. Nothing to record.`,
    );
  }
  if (found.row.paper?.disputedAt) return notice(DISPUTED);
  const onPaper = await evidence.find(found.of.person, version, true);
  return onPaper && recorded(asked, found, onPaper);
}

async function recorded(asked: Asked, found: Person, record: EvidenceRecord): Promise<CardReply> {
  const { campaign, part, person } = found.of;
  const row = await bringInLine(asked, found, (now) =>
    afterPaper(now, {
      signedOn: record.paper?.signedOn ?? '',
      recordedAt: record.at,
      receipt: record.receipt,
    }),
  );
  const untold = row?.paper && !row.paper.personToldAt;
  // The record of another request has told them already.
  if (untold && record.campaignId === campaign)
    await tellSignerSoon(asked, { campaign, part, personId: person });
  return openDialog(TITLE, paperRecordedCard({ ...record, campaignId: campaign }));
}

async function bringInLine(
  asked: Asked,
  { of }: Person,
  decide: (now: Recipient) => Recipient,
): Promise<Recipient | undefined> {
  const row = await asked.recipients.change(of.campaign, of.part, of.person, decide);
  await countSoon(asked, of.campaign, of.part);
  return row;
}

function form({ policy, clock }: Asked, { view, of }: Person, input: PaperInput, problem = ''): CardReply {
  const days = { first: firstDayToSign(policy, view.campaign), today: dayOf(clock.now()) };
  return openDialog(TITLE, paperCard(policy, of, input, days, problem));
}

function recordOf(
  { policy, clock }: Asked,
  turn: Turn,
  { row, of }: Person,
  { signedOn, witness }: PaperInput,
): EvidenceRecord {
  const version = versionOf(policy);
  return {
    ...version,
    personId: row.personId,
    personName: row.name,
    policyTitle: policy.title,
    statement: policy.statement,
    at: clock.now().toISOString(),
    campaignId: of.campaign,
    partId: of.part,
    activityId: '',
    receipt: receiptNumber(row.personId, version),
    paper: { signedOn, witness, recordedById: turn.person.id, recordedByName: turn.person.name },
  };
}
