import type { Card } from '../../../cards/render';
import type { Block, PageAction } from './cardPages';
import { pageOf, split } from './cardPages';
import type { Case, CaseEvent, Detail } from './case';
import { summaryOf } from './summary';
import { EVENT_WORDS, momentInWords, titleOf } from './eventWords';
import { clocksInWords } from '../clocks/caseClocks';
import { fileLine, hashInWords } from '../evidence/fileWords';

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

/** One page of a case for handlers, in a dialog. @param page counts from 0; past the end is the last. */
export function casePage(
  file: CaseFile,
  page: number,
  actions: readonly PageAction[],
  openVerb = 'concerns.open',
): Card {
  return pageOf(blocksOf(file), { id: file.id, page, actions, openVerb });
}

function blocksOf({ value, details, events, now, ring }: CaseFile): Block[] {
  return [
    { title: 'Summary', text: summaryOf(value).join('\n') },
    ...(ring ? [{ title: 'To be told at once', text: ring }] : []),
    { title: 'Dates and clocks', text: clocksInWords(value, now) },
    ...split('What happened', value.what),
    ...details.flatMap((detail) => split(titleOf(detail, value), detail.text)),
    ...(value.files ?? []).map((file) => ({ title: fileLine(file), text: hashInWords(file.sha256) })),
    ...split('History', events.map(lineOf).join('\n')),
  ];
}

function lineOf({ what, at, by, note }: CaseEvent): string {
  return [`${momentInWords(at)}: ${EVENT_WORDS[what]}`, by && `by ${by.name}`, note && `(${note})`]
    .filter(Boolean)
    .join(' ');
}
