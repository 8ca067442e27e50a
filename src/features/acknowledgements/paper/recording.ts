import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Asked } from '../asked/reading';
import type { EvidenceRecord } from '../asked/record';
import { receiptNumber } from '../asked/record';
import { afterFirstPaper } from '../campaign/covered';
import { afterPaper } from '../campaign/onPaper';
import { afterAcknowledgement } from '../campaign/recipient';
import { mayStillSend } from '../compose/permission';
import { dayOf, momentInWords } from '../dates';
import { versionOf } from '../policyToConfirm';
import { changeElsewhere } from '../campaign/elsewhere';
import { paperCard, paperRecordedCard } from './paperCards';
import type { PaperInput } from './paperInput';
import { problemWithWitness, readPaperInput } from './paperInput';
import { tellSignerSoon } from './paperTold';
import type { Signer } from './signer';
import { bringInLine, signerOf } from './signer';
import { firstDayToSign, problemWithSignedOn } from './signedOn';

const TITLE = 'Signed on paper';
const NOT_CONFIRMED =
  'I could not check with Teams that you may record this, so nothing was recorded. Please try again in a minute.';
const DISPUTED =
  'It was recorded before, and this person says that they did not sign. Please talk to them. They can confirm in Teams.';

const ELSEWHERE =
  'A paper of this person for this version of the policy is recorded already, under another request.';

/** "Signed on paper": the form for one person of a request. */
export async function openPaper(asked: Asked, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  const found = await signerOf(asked, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  return (await standsAlready(asked, found)) ?? form(asked, found, { signedOn: '', witness: '' });
}

/** "Record it": evidence first, then the row, then word to the person. Each step may happen twice. */
export async function recordPaper(
  asked: Asked,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await signerOf(asked, turn.person.id, data);
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

/** The answer where there is a confirmation already, with the row brought in line with it. */
async function standsAlready(asked: Asked, found: Signer): Promise<CardReply | undefined> {
  const { evidence, policy, versions } = asked;
  const accepted = await versions.sameAs(versionOf(policy));
  const inTeams = await evidence.findAny(found.of.person, accepted);
  if (inTeams) {
    await bringInLine(asked, found, (row) =>
      afterAcknowledgement(row, { at: inTeams.at, receipt: inTeams.receipt, activityId: undefined }),
    );
    return notice(
      `${found.row.name} has confirmed in Teams on ${momentInWords(inTeams.at)}. Nothing to record.`,
    );
  }
  if (found.row.paper?.disputedAt) return notice(DISPUTED);
  const onPaper = await evidence.findAny(found.of.person, accepted, 'paper');
  return onPaper && recorded(asked, found, onPaper);
}

async function recorded(asked: Asked, found: Signer, record: EvidenceRecord): Promise<CardReply> {
  const { campaign, part, person } = found.of;
  // One paper belongs to one request: its signer says "not me" to that one.
  if (record.campaignId !== campaign) return notice(ELSEWHERE);
  const paper = { signedOn: record.paper?.signedOn ?? '', recordedAt: record.at, receipt: record.receipt };
  const row = await bringInLine(asked, found, (now) => afterPaper(now, paper));
  if (row) await changeElsewhere(asked, row, (other) => afterFirstPaper(other, paper));
  if (row?.paper && !row.paper.personToldAt)
    await tellSignerSoon(asked, { campaign, part, personId: person });
  return openDialog(TITLE, paperRecordedCard(record));
}

function form({ policy, clock }: Asked, { view, of }: Signer, input: PaperInput, problem = ''): CardReply {
  const days = { first: firstDayToSign(policy, view.campaign), today: dayOf(clock.now()) };
  return openDialog(TITLE, paperCard(policy, of, input, days, problem));
}

function recordOf(
  { policy, clock }: Asked,
  turn: Turn,
  { row, of }: Signer,
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
