import type { Case } from '../case/case';
import { needsSafeguarding } from '../safeguarding/lines';

/** Something that a handler can do with a case from its dialog. */
export interface CaseAction {
  readonly verb: string;
  readonly title: string;
  /** Whether it makes sense for the case as it is now; the press checks again. */
  offered(value: Case): boolean;
}

/** In the order of their buttons. */
const CASE_ACTIONS: readonly CaseAction[] = [
  { verb: 'concerns.files', title: 'Files', offered: ({ files = [] }) => files.length > 0 },
  { verb: 'concerns.clocks', title: 'Dates and clocks', offered: () => true },
  { verb: 'concerns.safeguarding', title: 'Safeguarding', offered: needsSafeguarding },
  { verb: 'concerns.reveal', title: 'Ask who reported this', offered: ({ name }) => name === 'kept' },
  { verb: 'concerns.close', title: 'Close this report', offered: ({ status }) => status === 'taken' },
];

/** The buttons of a case's dialog. */
export function actionsFor(value: Case): Pick<CaseAction, 'verb' | 'title'>[] {
  return CASE_ACTIONS.filter((action) => action.offered(value)).map(({ verb, title }) => ({ verb, title }));
}
