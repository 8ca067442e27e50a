import type { CaseEvent, Handler } from '../case/case';
import type { KnownName } from './blackOut';
import { NAME } from './blackOut';
import type { Told } from './names';

/** Who stands in a report, each under what is written instead of their name. */
export interface PeopleIn {
  readonly names: readonly KnownName[];
  /** What is written instead of whoever did a step. */
  readonly markOf: (who: Handler) => string;
}

type Part = 'Involved person' | 'Handler' | 'Contact';

/** Steps that a named contact does and no handler. */
const BY_CONTACTS: readonly CaseEvent['what'][] = ['contactOpened', 'breachRecorded'];
/** Steps whose note has somebody's name, and after what. */
const NAMED: Readonly<Partial<Record<CaseEvent['what'], readonly [after: string, Part]>>> = {
  assigned: ['to ', 'Handler'],
  handlerLeft: ['', 'Handler'],
  contactTold: [': ', 'Contact'],
  revealAsked: ['; second handler: ', 'Handler'],
  revealAtRisk: ['; second handler: ', 'Handler'],
};

/** People of whom the product knows more than the report says. */
export interface Beside {
  /** Whoever the report names as involved. */
  readonly involved: readonly Handler[];
  /** Everybody who handles reports; whoever acted in this case has the lower number. */
  readonly team: readonly Handler[];
  /** Managers and others whom somebody may have written of. */
  readonly others: readonly Handler[];
}

/** Numbers people by their part, in the order in which they come. */
export function peopleIn(
  { value, events }: Pick<Told, 'value' | 'events'>,
  { involved, team, others }: Beside,
): PeopleIn {
  const people: { readonly id?: string; readonly name: string; readonly mark: string }[] = [];
  const add = (part: Part, { id, name }: { readonly id?: string; readonly name: string }): void => {
    if (people.some((one) => (id && one.id ? one.id === id : one.name === name))) return;
    const number = people.filter(({ mark }) => mark.startsWith(part)).length + 1;
    people.push({ ...(id && { id }), name, mark: `${part} ${number}` });
  };
  if (value.reporterName) people.push({ name: value.reporterName, mark: 'the reporter' });
  for (const one of involved) add('Involved person', one);
  for (const { what, by, note } of events) {
    if (by) add(BY_CONTACTS.includes(what) ? 'Contact' : 'Handler', by);
    const [after, part] = NAMED[what] ?? [];
    const name = after === undefined ? '' : wordsAfter(after, note);
    if (part && name) add(part, { name });
  }
  for (const one of [value.handler, value.reveal?.by, value.reveal?.second, ...team])
    if (one) add('Handler', one);
  const unnumbered = others
    .filter(({ id, name }) => !people.some((one) => one.id === id || one.name === name))
    .map(({ name }) => ({ name, mark: NAME }));
  return {
    names: [...people, ...unnumbered],
    markOf: ({ id, name }) =>
      people.find((one) => (one.id ? one.id === id : one.name === name))?.mark ?? 'Somebody',
  };
}

function wordsAfter(after: string, note = ''): string {
  const begins = note.indexOf(after);
  return begins < 0 ? '' : (note.slice(begins + after.length).split(';')[0] ?? '');
}
