import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CardReply } from '../../../../bot/cardReply';
import { notice, openDialog } from '../../../../bot/cardReply';
import type { Turn } from '../../../../bot/turn';
import type { Composer } from '../composing';
import { DRAFT_GONE, ownDraft } from '../composing';
import type { Draft } from '../draft';
import { maySend, ONLY_SENDERS } from '../permission';
import { readAddresses } from './addresses';
import type { Finding } from './findings';
import { addressFindings, paperFindings } from './findings';
import { listCard, listReportCard, LONGEST_LIST } from './listCards';
import { matchAddresses } from './matching';
import { readPaperPeople } from './paperPeople';

const TITLE = 'E-mail addresses';
const MOST_ADDRESSES = 10_000;
const MOST_ON_PAPER = 500;
const ALREADY_SENT = 'This request is sent already, so its list does not change any more.';
const TOO_LONG =
  `This list is too long: I read up to ${MOST_ADDRESSES.toLocaleString('en-GB')} addresses at once. ` +
  'Please paste it in parts, one request for each, or choose teams.';
const TOO_MANY_ON_PAPER = `A request can ask up to ${MOST_ON_PAPER} people on paper.`;
const NOTHING_PASTED = 'Please paste e-mail addresses, or write who is to be asked on paper.';
const REMOVED = 'The list is removed. Nobody of it is asked.';

const typed = z.string().catch('');
const inputSchema = z.object({ addresses: typed, paper: typed });
type Found = { readonly draft: Draft; readonly refused?: undefined } | { readonly refused: string };

/** "Or paste e-mail addresses": a window of its own, so that the form stays short and keeps what is in it. */
export async function openList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await openDraft(composer, turn, data);
  return found.refused === undefined ? openDialog(TITLE, listCard(found.draft)) : notice(found.refused);
}

/** "Check the list" and "Add on paper": looks people up and reports what was found; nothing is sent. */
export async function readList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await openDraft(composer, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { addresses, paper } = inputSchema.parse(data);
  if (addresses.trim() === '' && paper.trim() === '') return again(found.draft, NOTHING_PASTED);
  const pasted = readAddresses(addresses);
  if (addresses.length > LONGEST_LIST || pasted.addresses.length > MOST_ADDRESSES) {
    return again(found.draft, TOO_LONG);
  }
  const onPaper = await addPaper(composer, found.draft, paper);
  if (!onPaper) return again(found.draft, TOO_MANY_ON_PAPER);
  const findings = addresses.trim() === '' ? [] : await keepList(composer, turn, found.draft, pasted);
  const draft = await composer.drafts.get(turn.person.id, found.draft.id);
  return openDialog(TITLE, listReportCard(draft ?? found.draft, [...findings, ...onPaper]));
}

/** "Remove the list": the people of the list and those on paper. */
export async function dropList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await openDraft(composer, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  await composer.drafts.changeList(found.draft, { list: undefined, onPaper: 0 });
  await composer.lists.removePaper(found.draft.id);
  return notice(REMOVED);
}

/** The rows first, then the draft that names them: cut short in between, the draft has the list from before. */
async function keepList(
  { directory, roles, lists, drafts }: Composer,
  turn: Turn,
  draft: Draft,
  pasted: ReturnType<typeof readAddresses>,
): Promise<Finding[]> {
  const matched = await matchAddresses(directory, await roles.teamsOf(turn.person.id), pasted.addresses);
  const id = createHash('sha256').update(`${draft.id}\n${turn.activityId}`).digest('hex').slice(0, 24);
  await lists.put(id, matched.people);
  const list = matched.people.length > 0 ? { id, people: matched.people.length } : undefined;
  await drafts.changeList(draft, { list });
  return addressFindings(pasted, matched);
}

/** @returns what is on paper now; undefined when it would be too many. */
async function addPaper(
  { lists, drafts }: Composer,
  draft: Draft,
  text: string,
): Promise<Finding[] | undefined> {
  const { people, unclear } = readPaperPeople(text);
  const known = await lists.paperOf(draft.id);
  if (known.length + people.length > MOST_ON_PAPER) return undefined;
  if (people.length === 0) return paperFindings(known, unclear);
  const all = await lists.addPaper(draft.id, people);
  await drafts.changeList(draft, { onPaper: all.length });
  return paperFindings(all, unclear);
}

function again(draft: Draft, problem: string): CardReply {
  return openDialog(TITLE, listCard(draft, problem));
}

async function openDraft(composer: Composer, turn: Turn, data: Record<string, unknown>): Promise<Found> {
  const draft = await ownDraft(composer, turn, data);
  if (!draft) return { refused: DRAFT_GONE };
  if (draft.campaignId) return { refused: ALREADY_SENT };
  return (await maySend(composer.roles, turn.person.id)) ? { draft } : { refused: ONLY_SENDERS };
}
