import type { Case, CaseEvent, Detail } from '../case/case';
import type { Block } from '../case/cardPages';
import { split } from '../case/cardPages';
import { namelessSummary } from '../case/summary';
import { EVENT_WORDS, momentInWords, questionOf } from '../case/eventWords';
import type { Nameless, Told } from './names';

/** One step of a case without anybody's name. */
export interface Step {
  readonly at: string;
  readonly what: string;
  /** What was said or written in it; may be empty. */
  readonly words: string;
}

/** A case from its beginning to now, without anybody's name. */
export interface Chronology {
  readonly reference: string;
  readonly summary: readonly string[];
  readonly what: string;
  readonly steps: readonly Step[];
}

/** Said wherever a chronology is shown. */
export const HOW_TO_READ =
  'Names are taken out by a computer program, which cannot find every one. Please read it through before you pass it on.';
/** Steps in which the reporter wrote something, each of which has its text. */
const WRITTEN: readonly CaseEvent['what'][] = ['detailAdded', 'answered'];

/** @param nameless knows the names of the case */
export function chronologyOf({ value, events, details }: Told, nameless: Nameless): Chronology {
  const added = [...details].sort((one, other) => one.number - other.number);
  const steps = events.map((event) => {
    const detail = WRITTEN.includes(event.what) ? added.shift() : undefined;
    return stepOf(event, detail, value, nameless);
  });
  return {
    reference: value.reference,
    summary: namelessSummary(value),
    what: nameless.text(value.what),
    steps,
  };
}

function stepOf(
  { what, at, by, note }: CaseEvent,
  detail: Detail | undefined,
  value: Case,
  nameless: Nameless,
): Step {
  const said = note ? [nameless.text(note)] : [];
  const wrote = detail ? [`${questionOf(detail, value)}: ${nameless.addition(detail)}`] : [];
  return {
    at: momentInWords(at),
    what: `${EVENT_WORDS[what]}${by ? ` by ${nameless.person(by)}` : ''}`,
    words: [...said, ...wrote].join('\n'),
  };
}

/** For a dialog. */
export function chronologyBlocks({ summary, what, steps }: Chronology): Block[] {
  return [
    { title: 'Chronology', text: HOW_TO_READ },
    { title: 'Summary', text: summary.join('\n') },
    ...split('What happened', what),
    ...steps.flatMap(({ at, what: step, words }) => split(at, words ? `${step}\n${words}` : step)),
  ];
}
