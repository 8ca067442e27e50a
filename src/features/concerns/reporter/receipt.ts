import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { mayAddFiles } from '../evidence/mayAddFiles';
import { contactRow } from '../report/contactRows';
import type { ConcernContacts } from '../deps';
import { needsSafeguarding } from '../safeguarding/lines';
import { dayInWords } from '../clocks/workingDays';

/** What the reporter keeps: the reference, what happens next, and whom to ring before the team reads it. */
export function receiptCard(caseId: string, value: Case, contacts: ConcernContacts): Card {
  const before = [
    contacts.emergency,
    contacts.safeguardingInHours,
    contacts.safeguardingOutOfHours,
    contacts.dutyManager,
  ];
  return render('concerns/receipt', {
    case: caseId,
    reference: value.reference,
    target: dayInWords(value.targetOn),
    team: contactRow(contacts.complaintsTeam),
    before: before.map(contactRow),
    kept: value.name === 'kept',
    safeguarding: needsSafeguarding(value),
    mayAddFile: mayAddFiles(value),
  });
}

/** A card with a heading and a line or two, in place of one whose time is over. */
export function plainCard(title: string, words: string): Card {
  return render('concerns/plain', { title, words });
}

/** Told once HR has been asked to ring. */
export function askedToRingCard({ hr }: ConcernContacts): Card {
  const { ways, hours } = contactRow(hr);
  return plainCard(
    'HR is asked to ring you',
    `HR sees your name and that you would like to be rung, and nothing that you wrote here. Nothing was reported. If nobody rings, you can reach HR yourself: ${ways}${hours && `. ${hours}`}.`,
  );
}

/** A draft that was put by. */
export const savedCard = (): Card => render('concerns/saved', {});

/** A draft that is neither open nor sent, as far as this person goes. */
export function goneCard(): Card {
  return plainCard(
    'This report is not open any more',
    'Nothing was sent by this press. To start a new report, type **report**.',
  );
}
