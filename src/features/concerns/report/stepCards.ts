import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { contactRow } from './contactRows';
import type { ConcernContacts } from '../deps';
import type { Draft } from './draft';
import { LONGEST_TEXT } from './draft';
import type { Step } from './nextStep';
import { nextStep } from './nextStep';
import { AFFECTED_LABELS, choices, DANGER_LABELS, KIND_LABELS, NAME_LABELS } from '../case/wording';

/** A text that may not fill a card on its own: cards hold 28 KB, of which the rest of the card needs about 9. */
const MOST_BYTES = 16 * 1024;

/** The card of the step at which a draft is. @param lead a line above it, or nothing. */
export function stepCard(draft: Draft, contacts: ConcernContacts, lead = ''): Card {
  const step = nextStep(draft);
  const common = { draft: draft.id, revision: draft.revision, step, lead, hasLead: lead !== '' };
  return render(`concerns/${step}`, { ...common, ...DATA_OF[step](draft, contacts) });
}

/** Emergency numbers, as a card of their own. */
export function emergencyCard({
  emergency,
  safeguardingInHours,
  safeguardingOutOfHours,
  dutyManager,
}: ConcernContacts): Card {
  const others = [safeguardingInHours, safeguardingOutOfHours, dutyManager];
  return render('concerns/emergency', { first: contactRow(emergency), others: others.map(contactRow) });
}

const DATA_OF: Readonly<Record<Step, (draft: Draft, contacts: ConcernContacts) => object>> = {
  danger: (_draft, { anonymous }) => ({ anonymous: contactRow(anonymous) }),
  goOn: () => ({}),
  about: aboutData,
  review: reviewData,
  cancel: () => ({}),
};

function aboutData({ kind, affected, what = '' }: Draft): object {
  const fits = sizeOf(what) <= MOST_BYTES;
  return {
    kinds: choices(KIND_LABELS),
    affectedChoices: choices(AFFECTED_LABELS),
    kind: kind ?? '',
    affected: affected ?? '',
    what: fits ? what : '',
    longest: LONGEST_TEXT,
    // What does not fit is not put into the input, where pressing Next would cut it: an empty input keeps it.
    kept: fits
      ? ''
      : `Your ${what.length.toLocaleString('en-GB')} characters are kept. Leave this empty to keep them as they are.`,
    hasKept: !fits,
  };
}

function reviewData({ danger, kind, affected, what = '', name = 'kept' }: Draft): object {
  const shown = beginning(what);
  return {
    danger: danger ? DANGER_LABELS[danger] : '',
    kind: kind ? KIND_LABELS[kind] : '',
    affected: affected ? AFFECTED_LABELS[affected] : '',
    what: shown,
    more: shown === what ? '' : 'Only the beginning is shown here. All of it is sent.',
    hasMore: shown !== what,
    names: choices(NAME_LABELS),
    name,
  };
}

function beginning(text: string): string {
  if (sizeOf(text) <= MOST_BYTES) return text;
  const parts = [...text];
  const share = MOST_BYTES / sizeOf(text);
  return `${parts.slice(0, Math.floor(parts.length * share * 0.8)).join('')}…`;
}

/** In the card's JSON, in bytes. */
function sizeOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
