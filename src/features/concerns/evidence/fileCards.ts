import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { ConcernContacts } from '../deps';
import { contactRow } from '../report/contactRows';
import type { CaseFileRecord } from './caseFile';
import { fileLine } from './fileWords';

/** How long the reason for opening an original may be. */
export const LONGEST_REASON = 1_000;

/** Where there is no upload: what to do instead. */
export function keepSafeCard({
  emergency,
  safeguardingInHours,
  safeguardingOutOfHours,
}: ConcernContacts): Card {
  const contacts = [emergency, safeguardingInHours, safeguardingOutOfHours];
  return render('concerns/keepSafe', { contacts: contacts.map(contactRow) });
}

/** The files of a case, in a handler's dialog. */
export function filesCard(id: string, { files = [] }: Case): Card {
  const rows = files.map((file) => ({
    file: file.id,
    line: fileLine(file),
    open: `Open file ${file.number}`,
  }));
  return render('concerns/files', { case: id, files: rows });
}

/** Asks why the original is needed. */
export function originalCard(caseId: string, file: CaseFileRecord, problem = ''): Card {
  return render('concerns/original', {
    ...{ case: caseId, file: file.id, line: fileLine(file), longest: LONGEST_REASON },
    ...{ problem, hasProblem: problem !== '' },
  });
}
