import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { isNobodys } from '../case/channelCard';
import { needsSafeguarding } from '../safeguarding/lines';
import { isHeld } from '../work/workInWords';

/** Something that a handler can do with a case from its dialog. */
export interface CaseAction {
  readonly verb: string;
  readonly title: string;
  /** What it is for: such an action stands in the menu and not below the case itself. */
  readonly hint?: string;
  /** Whether it makes sense for the case as it is now; the press checks again. */
  offered(value: Case): boolean;
}

const always = (): boolean => true;
const isTaken = ({ status }: Case): boolean => status === 'taken';
const isOpen = ({ status }: Case): boolean => status !== 'closed';

/** In the order of their buttons. */
const CASE_ACTIONS: readonly CaseAction[] = [
  { verb: 'concerns.takeOnHere', title: 'Take on', offered: isNobodys },
  { verb: 'concerns.files', title: 'Files', offered: ({ files = [] }) => files.length > 0 },
  { verb: 'concerns.clocks', title: 'Dates and clocks', offered: () => true },
  { verb: 'concerns.safeguarding', title: 'Safeguarding', offered: needsSafeguarding },
  { verb: 'concerns.reveal', title: 'Ask who reported this', offered: ({ name }) => name === 'kept' },
  {
    verb: 'concerns.ask',
    title: 'Ask the reporter',
    hint: 'The bot passes on your question, and the answer, without a name.',
    offered: isTaken,
  },
  {
    verb: 'concerns.link',
    title: 'Link a related report',
    hint: 'Both reports name each other.',
    offered: always,
  },
  {
    verb: 'concerns.keepCase',
    title: 'How long it is kept',
    hint: 'The complaints lead can stop it from being erased.',
    offered: always,
  },
  {
    verb: 'concerns.assign',
    title: 'Assign to',
    hint: 'A colleague looks after it from now on.',
    offered: isOpen,
  },
  {
    verb: 'concerns.note',
    title: 'Add a note',
    hint: 'For the file. The reporter does not see it.',
    offered: always,
  },
  {
    verb: 'concerns.urgency',
    title: 'Change the urgency',
    hint: 'The card in the channel shows it.',
    offered: isOpen,
  },
  {
    verb: 'concerns.hold',
    title: 'Put it on hold',
    hint: 'While you wait for somebody else.',
    offered: (value) => isTaken(value) && !isHeld(value),
  },
  {
    verb: 'concerns.resume',
    title: 'Take it off hold',
    hint: 'The work goes on.',
    offered: (value) => isTaken(value) && isHeld(value),
  },
  {
    verb: 'concerns.refer',
    title: 'Pass it on',
    hint: 'To safeguarding, HR, whistleblowing, data protection, the police or another organisation.',
    offered: isTaken,
  },
  {
    verb: 'concerns.personTold',
    title: 'The person complained about',
    hint: 'Record that they were told, or why not yet.',
    offered: isTaken,
  },
  {
    verb: 'concerns.reopen',
    title: 'Open it again',
    hint: 'The reporter is told.',
    offered: ({ status }) => status === 'closed',
  },
  {
    verb: 'concerns.chronology',
    title: 'Chronology',
    hint: 'Everything in its order, with the names taken out, to read or to print.',
    offered: always,
  },
  {
    verb: 'concerns.close',
    title: 'Close this report',
    offered: (value) => isTaken(value) && !isNobodys(value),
  },
];

const MENU: CaseAction = { verb: 'concerns.menu', title: 'More to do', offered: () => true };

/** The buttons of a case's dialog: Teams has room for six. */
export function actionsFor(value: Case): Pick<CaseAction, 'verb' | 'title'>[] {
  const below = [...CASE_ACTIONS.filter(({ hint }) => !hint), MENU];
  return below.filter((action) => action.offered(value)).map(({ verb, title }) => ({ verb, title }));
}

/** Everything else that can be done with the case now. @param lead what came of the last thing */
export function menuCard(id: string, value: Case, lead = ''): Card {
  const rows = CASE_ACTIONS.filter((action) => action.hint && action.offered(value));
  return render('concerns/menu', {
    case: id,
    reference: value.reference,
    lead,
    hasLead: lead !== '',
    none: rows.length === 0,
    rows: rows.map(({ verb, title, hint = '' }) => ({ verb, title, hint })),
  });
}
