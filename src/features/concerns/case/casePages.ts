import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case, CaseEvent, Detail } from './case';
import { CLOCK_EVENT_WORDS } from '../clocks/caseFields';
import { clocksInWords } from '../clocks/caseClocks';
import { FILE_EVENT_WORDS, fileLine, hashInWords } from '../evidence/fileWords';
import type { DetailQuestion } from '../reporter/detailQuestions';
import { wordsOf } from '../reporter/detailQuestions';
import { SAFEGUARDING_EVENT_WORDS } from '../safeguarding/caseFields';
import { KEEPING_EVENT_WORDS } from '../retention/caseFields';
import { REVEAL_EVENT_WORDS } from '../reveal/caseFields';
import { ANSWER, WORK_EVENT_WORDS } from '../work/caseFields';
import { workInWords } from '../work/workInWords';
import { receivedOn } from '../report/submit';
import {
  AFFECTED_LABELS,
  DANGER_LABELS,
  KIND_LABELS,
  OUTCOME_LABELS,
  STATUS_LABELS,
  URGENCY_LABELS,
} from './wording';
import { dayInWords, dayOf } from '../clocks/workingDays';

/** Everything about one case. */
export interface CaseFile {
  readonly id: string;
  readonly value: Case;
  readonly details: readonly Detail[];
  readonly events: readonly CaseEvent[];
  /** When it is looked at. */
  readonly now: Date;
  /** Whom to ring at once, and whether that was done. */
  readonly ring?: string;
}

/** A button below a case. */
export interface PageAction {
  readonly verb: string;
  readonly title: string;
}

interface Block {
  readonly title: string;
  readonly text: string;
}

/** A page's texts take at most this many bytes of JSON; a card has 28 KB. */
const PAGE_BYTES = 14 * 1024;
const BLOCK_CHARACTERS = 2_000;

const EVENT_WORDS: Readonly<Record<CaseEvent['what'], string>> = {
  received: 'Received',
  posted: 'Shown in the channel',
  takenOn: 'Taken on',
  opened: 'Opened',
  detailAdded: 'The reporter added something',
  closed: 'Closed',
  reporterTold: 'The reporter was told',
  reporterNotReached: 'The reporter could not be told',
  handlerTold: 'Whoever looks after it was told',
  handlerNotReached: 'Whoever looks after it could not be told',
  ...WORK_EVENT_WORDS,
  ...FILE_EVENT_WORDS,
  ...CLOCK_EVENT_WORDS,
  ...REVEAL_EVENT_WORDS,
  ...KEEPING_EVENT_WORDS,
  ...SAFEGUARDING_EVENT_WORDS,
};

/** One page of a case for handlers, in a dialog. @param page counts from 0; past the end is the last. */
export function casePage(
  file: CaseFile,
  page: number,
  actions: readonly PageAction[],
  openVerb = 'concerns.open',
): Card {
  const pages = paged(blocksOf(file));
  const at = Math.min(page, pages.length - 1);
  const last = at === pages.length - 1;
  return render('concerns/case', {
    case: file.id,
    blocks: pages[at] ?? [],
    pageWords: `Page ${at + 1} of ${pages.length}`,
    openVerb,
    hasPages: pages.length > 1,
    hasNext: !last,
    next: at + 1,
    hasFirst: at > 0,
    actions: [...actions],
  });
}

function blocksOf({ value, details, events, now, ring }: CaseFile): Block[] {
  return [
    { title: 'Summary', text: summaryOf(value) },
    ...(ring ? [{ title: 'To be told at once', text: ring }] : []),
    { title: 'Dates and clocks', text: clocksInWords(value, now) },
    ...split('What happened', value.what),
    ...details.flatMap((detail) => split(titleOf(detail, value), detail.text)),
    ...(value.files ?? []).map((file) => ({ title: fileLine(file), text: hashInWords(file.sha256) })),
    ...split('History', events.map(lineOf).join('\n')),
  ];
}

function summaryOf(value: Case): string {
  const lines = [
    `Kind: ${KIND_LABELS[value.kind]}`,
    `Who is affected: ${AFFECTED_LABELS[value.affected]}`,
    `Danger: ${DANGER_LABELS[value.danger]}`,
    `Urgency: ${URGENCY_LABELS[value.urgency]}`,
    `Reported by: ${value.reporterName ?? 'name kept back'}`,
    `Received: ${dayInWords(receivedOn(value))}`,
    `Take on by: ${dayInWords(value.targetOn)}`,
    `Status: ${STATUS_LABELS[value.status]}${value.handler ? `, ${value.handler.name}` : ''}`,
    ...workInWords(value),
    ...(value.outcome ? [`Outcome: ${OUTCOME_LABELS[value.outcome]}`] : []),
  ];
  return lines.join('\n');
}

function titleOf({ question, addedAt }: Detail, { kind }: Case): string {
  const words =
    question === ANSWER ? 'Answer to a question' : wordsOf(question as DetailQuestion, kind).title;
  return `Added on ${dayInWords(dayOf(new Date(addedAt)))}: ${words}`;
}

function lineOf({ what, at, by, note }: CaseEvent): string {
  const time = new Date(at).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [`${time}: ${EVENT_WORDS[what]}`, by && `by ${by.name}`, note && `(${note})`]
    .filter(Boolean)
    .join(' ');
}

/** A long text in parts, none of which is cut inside a character. */
function split(title: string, text: string): Block[] {
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / BLOCK_CHARACTERS));
  return Array.from({ length: count }, (_, part) => ({
    title: part === 0 ? title : `${title} (goes on)`,
    text: characters.slice(part * BLOCK_CHARACTERS, (part + 1) * BLOCK_CHARACTERS).join(''),
  }));
}

function paged(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  const state = { bytes: 0 };
  for (const block of blocks) {
    const size = Buffer.byteLength(JSON.stringify(block));
    if (state.bytes > 0 && state.bytes + size > PAGE_BYTES) {
      pages.push([]);
      state.bytes = 0;
    }
    pages.at(-1)?.push(block);
    state.bytes += size;
  }
  return pages;
}
