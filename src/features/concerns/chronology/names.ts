import type { Case, CaseEvent, Detail, Handler } from '../case/case';
import { blackOut } from './blackOut';
import type { Beside } from './peopleIn';
import { peopleIn } from './peopleIn';

/** Everything that is told about a case. */
export interface Told {
  readonly value: Case;
  readonly events: readonly CaseEvent[];
  readonly details: readonly Detail[];
}

/** How the people of a case are called where nobody is named. */
export interface Nameless {
  /** The same number for the same person. */
  person(by: Handler): string;
  /** A text without the names in it. */
  text(words: string): string;
  /** What the reporter added, without the names in it. */
  addition(detail: Detail): string;
}

/** Answers to these say who somebody is, however it is written: nothing of them is shown. */
const NAMING: readonly string[] = ['who', 'witnesses'];
const WHO_HIDDEN = '[who it was, blacked out]';

/** @param beside people of whom the product knows more than the case says */
export function namelessFor(told: Told, beside: Beside): Nameless {
  const { value, events, details } = told;
  const { names, markOf } = peopleIn(told, beside);
  const isNaming = ({ question }: Detail): boolean => NAMING.includes(question);
  const shown = details.filter((detail) => !isNaming(detail));
  const text = blackOut(names, {
    texts: [value.what, ...shown.map((one) => one.text), ...events.map(({ note = '' }) => note)],
    naming: details.filter(isNaming).map((one) => one.text),
  });
  return {
    person: markOf,
    text,
    addition: (detail) => (isNaming(detail) ? WHO_HIDDEN : text(detail.text)),
  };
}
