import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { contactRow } from './contactRows';
import type { ConcernContacts } from '../deps';
import type { Draft } from './draft';
import { LONGEST_TEXT } from './draft';
import type { Step } from './nextStep';
import { NOBODY, UNLISTED, involvedValue } from './involved';
import type { MayHandle } from './mayHandle';
import { nextStep } from './nextStep';
import { personalDetailRows } from './drafts/personalDetails';
import { AFFECTED_LABELS, choices, DANGER_LABELS, KIND_LABELS, NAME_LABELS } from '../case/wording';
import type { Choice } from '../case/wording';

/** A text that may not fill a card on its own: cards hold 28 KB, of which the rest of the card needs about 9. */
const MOST_BYTES = 16 * 1024;

/** People whose names a list holds: with more of them the card would be too large. Any name can be typed. */
const MOST_LISTED = 60;

/** What the cards show beside the answers. */
export interface Beside {
  readonly contacts: ConcernContacts;
  /** Whom the last card asks about. */
  readonly people?: readonly MayHandle[];
  /** Whether HR can be asked to ring. */
  readonly ringsBack?: boolean;
}

/** The card of the step at which a draft is. @param lead a line above it, or nothing. */
export function stepCard(draft: Draft, beside: Beside, lead = ''): Card {
  const step = nextStep(draft);
  const common = { draft: draft.id, revision: draft.revision, step, lead, hasLead: lead !== '' };
  return render(`concerns/${step}`, { ...common, ...DATA_OF[step](draft, beside) });
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

const DATA_OF: Readonly<Record<Step, (draft: Draft, beside: Beside) => object>> = {
  danger: (_draft, { contacts }) => ({ anonymous: contactRow(contacts.anonymous) }),
  goOn: () => ({}),
  hr: (_draft, { contacts, ringsBack = false }) => ({
    contacts: [contactRow(contacts.hr), contactRow(contacts.union)],
    ringsBack,
  }),
  about: aboutData,
  personal: ({ what = '' }) => ({ found: personalDetailRows(what) }),
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

function reviewData(draft: Draft, { people = [] }: Beside): object {
  const { danger, kind, affected, what = '', name = 'kept' } = draft;
  const whom = involvedChoices(draft, people);
  const shown = beginning(what, MOST_BYTES - sizeOf(JSON.stringify(whom)));
  return {
    danger: danger ? DANGER_LABELS[danger] : '',
    kind: kind ? KIND_LABELS[kind] : '',
    affected: affected ? AFFECTED_LABELS[affected] : '',
    what: shown,
    more: shown === what ? '' : 'Only the beginning is shown here. All of it is sent.',
    hasMore: shown !== what,
    names: choices(NAME_LABELS),
    name,
    whom,
    involved: involvedValue(draft) || NOBODY,
  };
}

/** Nobody, the people, and somebody else. Whoever is chosen already is there, however long the list is. */
function involvedChoices({ involved = [] }: Draft, people: readonly MayHandle[]): Choice[] {
  const listed = [...people].sort((one, other) => rank(one, involved) - rank(other, involved));
  const unknown = involved.filter((id) => !people.some((one) => one.id === id));
  return [
    { title: 'Nobody who might handle it', value: NOBODY },
    ...listed.slice(0, MOST_LISTED).map(({ id, name, as }) => ({ title: `${name} (${as})`, value: id })),
    ...unknown.map((id) => ({ title: 'Somebody whom you chose before', value: id })),
    { title: 'Somebody who is not on the list', value: UNLISTED },
  ];
}

/** The complaints team and administrators before the many managers. */
function rank({ id, as }: MayHandle, involved: readonly string[]): number {
  if (involved.includes(id)) return 0;
  return as === 'manager' ? 2 : 1;
}

function beginning(text: string, most: number): string {
  if (sizeOf(text) <= most) return text;
  const parts = [...text];
  const share = most / sizeOf(text);
  return `${parts.slice(0, Math.floor(parts.length * share * 0.8)).join('')}…`;
}

/** In the card's JSON, in bytes. */
function sizeOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
