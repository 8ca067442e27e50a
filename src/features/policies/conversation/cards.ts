import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { contactLine } from '../../../contacts/contactLine';
import type { ContactId, Contacts } from '../../../contacts/contacts';
import type { Urgency } from '../engine/outcome';
import type { Clause } from '../policy';

/** Whom to ring when somebody may be hurt now. */
const DANGER_CONTACTS: readonly ContactId[] = [
  'safeguardingInHours',
  'safeguardingOutOfHours',
  'dutyManager',
];
/** Whom to ring when the writer may not be safe with themselves. */
const DISTRESS_CONTACTS: readonly ContactId[] = ['mentalHealth', 'samaritans', 'staffSupport'];

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

/**
 * "Did you mean": up to three clauses as buttons.
 * @param asked the question's key, where it may be sent to the policy team when none of them fits
 */
export function choicesCard(clauses: readonly Clause[], asked = ''): Card {
  return render('policies/choices', {
    asked,
    choices: clauses.slice(0, 3).map(({ id, heading }) => ({ clauseId: id, heading })),
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
