import type { Case } from '../case/case';
import type { ConcernContacts, Contact } from '../deps';
import { listsOf } from './contactAccess';
import { wasTold } from './tellContacts';

/**
 * What handlers read about those who have to be told at once: whom I reached, or whom they have to ring or write to,
 * because I reached nobody. Empty where a case is for neither list.
 */
export function ringWords(value: Case, contacts: ConcernContacts): string {
  return listsOf(value)
    .map((list) => {
      if (list === 'safeguarding') return safeguardingWords(value, contacts);
      return dataProtectionWords(value, contacts);
    })
    .join('\n');
}

function safeguardingWords(
  value: Case,
  { safeguardingInHours, safeguardingOutOfHours }: ConcernContacts,
): string {
  if (wasTold(value, 'safeguarding')) return 'Safeguarding: the safeguarding contact was told in Teams.';
  const lines = [safeguardingInHours, safeguardingOutOfHours].map(lineOf).join('; ');
  return `Safeguarding: I have told nobody. Safeguarding has to be rung now: ${lines}.`;
}

function dataProtectionWords(value: Case, { dataProtection }: ConcernContacts): string {
  const { breach } = value;
  if (breach) {
    const is = breach.breach === 'yes' ? 'a breach' : 'no breach';
    const told = breach.told === 'yes' ? 'the Commissioner was told' : 'the Commissioner was not told';
    return `Data protection: ${is}, ${told}. Why: ${breach.why} (${breach.by.name})`;
  }
  if (wasTold(value, 'dataProtection'))
    return 'Data protection: the data-protection contact was told in Teams, and alone records whether it is a breach.';
  return `Data protection: I have told nobody. Please tell them now: ${lineOf(dataProtection)}.`;
}

function lineOf({ label, phone, email, hours }: Contact): string {
  return [`${label}: ${phone ?? email ?? ''}`, hours].filter(Boolean).join(', ');
}
