import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { isInvolved } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import { KIND_LABELS, URGENCY_LABELS } from '../case/wording';
import { caseClocks, stateInWords } from '../clocks/caseClocks';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { tellPerson } from '../tellPerson';
import type { ContactList } from './caseFields';
import { listsOf } from './contactAccess';
import type { NamedContact, NamedContacts } from './contacts';
import { LIST_LABELS } from './contacts';

type TellingDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log'>;

/** Tells everybody who is named for a case and was not told yet. @returns false when somebody was not reached */
export async function tellContacts(
  deps: TellingDeps,
  { cases, contacts }: { readonly cases: CaseStore; readonly contacts: NamedContacts },
  id: string,
  value: Case,
): Promise<boolean> {
  if (value.status === 'closed') return true;
  const outcomes: boolean[] = [];
  for (const list of listsOf(value)) {
    for (const contact of await contacts.of(list)) {
      const { personId } = contact;
      if (isInvolved(personId, value) || wasTold(value, list, personId)) continue;
      outcomes.push(await tellOne(deps, cases, id, value, list, contact));
    }
  }
  return outcomes.every(Boolean);
}

export function wasTold({ contactsTold = [] }: Case, list: ContactList, personId?: string): boolean {
  return contactsTold.some((told) => told.list === list && (!personId || told.id === personId));
}

async function tellOne(
  deps: TellingDeps,
  cases: CaseStore,
  id: string,
  value: Case,
  list: ContactList,
  { personId, name }: NamedContact,
): Promise<boolean> {
  const { outcome } = await tellPerson(deps, personId, toldCard(id, value, list, deps.clock.now()));
  if (outcome !== 'sent') {
    deps.log.warn('concerns.contactNotTold', { list, outcome });
    return false;
  }
  await cases.step(id, (now) => {
    if (wasTold(now, list, personId)) return undefined;
    const contactsTold = [...(now.contactsTold ?? []), { list, id: personId }];
    const event = {
      what: 'contactTold' as const,
      at: wholeMinute(deps.clock.now()),
      note: `${LIST_LABELS[list]}: ${name}`,
    };
    return { next: { ...now, contactsTold }, event };
  });
  return true;
}

function toldCard(id: string, value: Case, list: ContactList, now: Date): Card {
  const clock = caseClocks(value).find((each) => each.id === list);
  return render('concerns/contactTold', {
    case: id,
    reference: value.reference,
    list: LIST_LABELS[list],
    kind: KIND_LABELS[value.kind],
    urgency: URGENCY_LABELS[value.urgency],
    clock: clock ? stateInWords(clock, now) : '',
    records: list === 'dataProtection',
  });
}
