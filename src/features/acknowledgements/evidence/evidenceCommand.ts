import type { CardReply } from '../../../bot/cardReply';
import { done } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { maySend } from '../compose/permission';
import { momentInWords } from '../dates';
import { exactWords } from '../exactWords';
import type { Parties } from '../parties';
import type { FileKind, FileLinks } from './fileLinks';
import { LINK_MINUTES } from '../../../jobs/oneUseLinks';
import { sealSoon } from './sealing';

/** What the command works with. */
export interface EvidenceParties extends Parties {
  readonly fileLinks: FileLinks;
}

const ASKED_FOR =
  /^(?:please )?(?:(?:show|get|give|export|download|send)(?: me)? )?(?:the |my )?(?:evidence|evidence files?|evidence export|records that prove(?: it)?)(?: please)?$/;
const ONLY_MANAGERS =
  'Only managers and administrators can get the records of a request. ' +
  'To see what you confirmed yourself, type **my confirmations**.';

/** Whether a message is the command `evidence`, in its own words and no others. */
export function asksForEvidence(text: string): boolean {
  return ASKED_FOR.test(exactWords(text));
}

/** `evidence`: links to the files about the requests that this manager sent. */
export async function showEvidence(parties: EvidenceParties, turn: Turn): Promise<void> {
  if (!(await maySend(parties.roles, turn.person.id))) return turn.say(ONLY_MANAGERS);
  if ((await parties.campaigns.newestOf(turn.person.id, 1)).length === 0) {
    return turn.say('You have not sent a request yet, so there are no records. Type **remind** to send one.');
  }
  // The links are for the chat alone: what is said is not kept in storage for a repeat, which gets new ones.
  turn.keepNothingSaid();
  await sealSoon(parties);
  turn.show(await filesCard(parties, turn));
}

/** "Get the records" on the status card. */
export async function openEvidence(parties: EvidenceParties, turn: Turn): Promise<CardReply> {
  await showEvidence(parties, turn);
  return done;
}

async function filesCard({ fileLinks, evidenceFiles, clock }: EvidenceParties, turn: Turn): Promise<Card> {
  const reader = { personId: turn.person.id, personName: turn.person.name };
  const address = async (kind: FileKind): Promise<string> =>
    `${evidenceFiles.baseUrl}/records/${await fileLinks.make({ ...reader, kind })}`;
  const ends = new Date(clock.now().getTime() + LINK_MINUTES * 60_000);
  return render('acknowledgements/evidence', {
    table: await address('table'),
    records: await address('records'),
    until: momentInWords(ends.toISOString()),
  });
}
