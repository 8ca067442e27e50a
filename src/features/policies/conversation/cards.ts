import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { contactLine } from '../../../contacts/contactLine';
import type { ContactId, Contacts } from '../../../contacts/contacts';
import type { Urgency } from '../engine/outcome';
import type { Clause, Language } from '../policy';

/** Whom to ring when somebody may be hurt now. */
const DANGER_CONTACTS: readonly ContactId[] = [
  'safeguardingInHours',
  'safeguardingOutOfHours',
  'dutyManager',
];
/** Whom to ring when the writer may not be safe with themselves. */
const DISTRESS_CONTACTS: readonly ContactId[] = ['mentalHealth', 'samaritans', 'staffSupport'];

/** Whom to ring, for somebody who writes in another language: it cannot be told what about. */
const NUMBERS: readonly ContactId[] = [
  'emergency',
  'safeguardingInHours',
  'safeguardingOutOfHours',
  'mentalHealth',
  'samaritans',
];
/** Clauses to choose from at once. */
export const CHOICES = 3;

/** The card that goes before everything else. */
export function helpNowCard(urgent: Exclude<Urgency, false>, contacts: Contacts): Card {
  const [card, ids] =
    urgent === 'danger'
      ? (['policies/danger', DANGER_CONTACTS] as const)
      : (['policies/distress', DISTRESS_CONTACTS] as const);
  const lines = ids.map((id) => ({
    line: contactLine(contacts[id]),
    note: contacts[id].note ?? '',
    hasNote: Boolean(contacts[id].note),
  }));
  return render(card, { emergency: contacts.emergency.phone ?? '999', contacts: lines });
}

/** What goes with the clauses to choose from. */
export interface ChoicesExtras {
  /** The question's key, where it may be sent to the policy team when none of them fits. */
  readonly asked?: string | undefined;
  /** The protected topic that the question touches: the answer that is chosen ends with the line, too. */
  readonly topic?: string | null | undefined;
  /** The line that nobody is silenced, where the question touches such a topic. */
  readonly line?: string;
}

/** "Did you mean": up to three clauses as buttons. */
export function choicesCard(clauses: readonly Clause[], extras: ChoicesExtras = {}): Card {
  const { asked = '', line = '' } = extras;
  const topic = extras.topic ?? '';
  const choices = clauses.slice(0, CHOICES).map(({ id, heading }) => ({ clauseId: id, heading, topic }));
  return render('policies/choices', { asked, line, hasLine: line !== '', choices });
}

/** Said to somebody who writes in another language: where there is help, how to report, and where the policy is. */
export function otherLanguageCard(
  language: Language | undefined,
  { contacts, policyLink }: { readonly contacts: Contacts; readonly policyLink: string },
): Card {
  const { onlyEnglish = '', danger = '', report = '' } = language?.lines ?? {};
  return render('policies/otherLanguage', {
    inLanguage: language !== undefined,
    rightToLeft: language?.script === 'Arabic',
    onlyEnglish,
    danger,
    report,
    contacts: NUMBERS.map((id) => ({ line: contactLine(contacts[id]) })),
    policyLink,
  });
}

/** What stands in the place of the choices once one was pressed. */
export function chosenCard(text: string): Card {
  return render('policies/chosen', { text });
}

/** The offer to make a report. Nothing of what was written goes with it. */
export function reportOfferCard(): Card {
  return render('policies/reportOffer', {});
}
