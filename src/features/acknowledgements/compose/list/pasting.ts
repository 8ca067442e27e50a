import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CardReply } from '../../../../bot/cardReply';
import { notice, openDialog } from '../../../../bot/cardReply';
import type { Turn } from '../../../../bot/turn';
import type { Composer } from '../composing';
import type { Draft } from '../draft';
import { readAddresses } from './addresses';
import type { Finding } from './findings';
import { paperFindings } from './findings';
import { keepList } from './keepList';
import { listCard, listReportCard, LONGEST_LIST } from './listCards';
import { CLOSED_WORDS, MOST_ADDRESSES, TOO_LONG } from './listWords';
import type { OpenDraft } from './openDraft';
import { openDraft } from './openDraft';
import { readPaperPeople } from './paperPeople';

export const TITLE = 'E-mail addresses';
const MOST_ON_PAPER = 500;
const TOO_MANY_ON_PAPER = `A request can ask up to ${MOST_ON_PAPER} people on paper.`;
const NOTHING_PASTED = 'Please paste e-mail addresses, or write who is to be asked on paper.';
const REMOVED = 'The list is removed. Nobody of it is asked.';

const typed = z.string().catch('');
const inputSchema = z.object({ addresses: typed, paper: typed });
const draftData = z.object({ draft: z.string().max(100).catch('') });

/** "Or paste e-mail addresses": a window of its own, so that the form stays short and keeps what is in it. */
export async function openList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await draftOfPress(composer, turn, data);
  return found.refused ? notice(CLOSED_WORDS[found.refused]) : openDialog(TITLE, listCard(found.draft));
}

/** "Check the list" and "Add on paper": looks people up and reports what was found; nothing is sent. */
export async function readList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
  intro?: string,
): Promise<CardReply> {
  const found = await draftOfPress(composer, turn, data);
  if (found.refused) return notice(CLOSED_WORDS[found.refused]);
  if (!hasTyped(data)) return again(found.draft, NOTHING_PASTED);
  const { addresses, paper } = inputSchema.parse(data);
  const pasted = readAddresses(addresses);
  if (addresses.length > LONGEST_LIST || pasted.addresses.length > MOST_ADDRESSES) {
    return again(found.draft, TOO_LONG);
  }
  const onPaper = await addPaper(composer, found.draft, paper);
  if (!onPaper) return again(found.draft, TOO_MANY_ON_PAPER);
  const kept =
    addresses.trim() === ''
      ? { ...(await draftOfPress(composer, turn, data)), findings: [] }
      : await keepList(composer, found.draft, pasted, listIdOf(found.draft, turn));
  if (kept.refused) return notice(CLOSED_WORDS[kept.refused]);
  return openDialog(TITLE, listReportCard(kept.draft, [...kept.findings, ...onPaper], intro));
}

/** @returns whether there is anything in the fields of the window. */
export function hasTyped(data: Record<string, unknown>): boolean {
  const { addresses, paper } = inputSchema.parse(data);
  return addresses.trim() !== '' || paper.trim() !== '';
}

/** "Remove the list": the people of the list and those on paper. */
export async function dropList(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await draftOfPress(composer, turn, data);
  if (found.refused) return notice(CLOSED_WORDS[found.refused]);
  await composer.drafts.changeList(found.draft, { list: undefined, onPaper: 0 });
  await composer.lists.removePaper(found.draft.id);
  return notice(REMOVED);
}

/** The presser's draft, as long as its list may change. */
export function draftOfPress(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<OpenDraft> {
  return openDraft(composer, turn.person.id, draftData.parse(data).draft);
}

/** The same press, told again by Teams, writes the same list. */
function listIdOf({ id }: Draft, { activityId }: Turn): string {
  return createHash('sha256').update(`${id}\n${activityId}`).digest('hex').slice(0, 24);
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
