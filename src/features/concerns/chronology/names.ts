import type { Case, CaseEvent, Detail, Handler } from '../case/case';
import type { DetailQuestion } from '../reporter/detailQuestions';
import type { KnownName } from './blackOut';
import { blackOut } from './blackOut';

/** Everything that is told about a case. */
export interface Told {
  readonly value: Case;
  readonly events: readonly CaseEvent[];
  readonly details: readonly Detail[];
}

/** How the people of a case are called where nobody is named. */
export interface Nameless {
  /** The same number for the same handler. */
  handler(by: Handler): string;
  /** A text without the names in it. */
  text(words: string): string;
}

/** Answers to these say who somebody is. */
const NAMING: readonly DetailQuestion[] = ['who', 'witnesses'];

/**
 * @param team everybody who handles reports; whoever acted in this case has the lower number
 * @param others names of other people whom the case is known to name
 */
export function namelessFor(
  { value, events, details }: Told,
  team: readonly Handler[],
  others: readonly string[],
): Nameless {
  const acted = events.flatMap(({ by }) => by ?? []);
  const handlers = [...acted, ...(value.handler ? [value.handler] : []), ...team];
  const ids = [...new Set(handlers.map(({ id }) => id))];
  const markOf = ({ id }: Handler): string => `Handler ${ids.indexOf(id) + 1}`;
  const known: KnownName[] = [
    ...handlers.map((one) => ({ name: one.name, mark: markOf(one) })),
    ...(value.reporterName ? [{ name: value.reporterName, mark: 'the reporter' }] : []),
    ...others.map((name) => ({ name, mark: '[name]' })),
  ];
  const text = blackOut(known, {
    texts: [value.what, ...details.map((one) => one.text), ...events.map(({ note = '' }) => note)],
    naming: details.filter(({ question }) => NAMING.some((one) => one === question)).map((one) => one.text),
  });
  return { handler: markOf, text };
}
