import { isForChannel } from '../access/caseAccess';
import type { CaseAccess } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { References } from '../case/reference';
import type { Found, Signed, Work } from './workForm';

const NO_SUCH = 'I cannot find a report with that reference.';
/** A link would tell whoever is named in one of them that the other exists. */
const NAMES_SOMEBODY =
  'One of the two names somebody who handles reports, so they cannot be linked: that would tell them of it.';
const ITSELF = 'That is the reference of this report itself.';

/** Two reports about the same thing name each other. */
export function linkingWork(references: References, access: CaseAccess, cases: CaseStore): Work {
  return {
    ...{ verb: 'concerns.link', button: 'Link the two reports' },
    words: { label: 'Reference of the other report, such as KH4-7RTW' },
    refused: () => undefined,
    find: async (id, { words }, { by }) => {
      const other = await references.find(words.trim().toUpperCase());
      const [value, mine] = [other && (await cases.get(other)), await cases.get(id)];
      if (!other || !value || !mine || !(await access.maySee(by.id, other))) return NO_SUCH;
      if (other === id) return ITSELF;
      return isForChannel(value) && isForChannel(mine)
        ? { case: other, reference: value.reference }
        : NAMES_SOMEBODY;
    },
    decide: (now, _said, signed, found) => linked(now, found, signed) ?? { next: now },
    // The other report after this one: a repeat of the press does what a crash between the two left out.
    elsewhere: (id, { reference }, found, signed) => ({
      id: found.case,
      decide: (now) => linked(now, { case: id, reference }, signed),
    }),
  };
}

function linked(now: Case, found: Found | undefined, signed: Signed): CaseStep | undefined {
  const { links = [] } = now;
  if (!found || links.some((link) => link.case === found.case)) return undefined;
  return {
    next: { ...now, links: [...links, found] },
    event: { what: 'linked', ...signed, note: found.reference },
  };
}
