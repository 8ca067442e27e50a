import type { Case, Urgency } from '../case/case';
import { urgencySchema } from '../case/case';
import { choices, OUTCOME_LABELS, URGENCY_LABELS } from '../case/wording';
import { withTelling } from '../telling/tellings';
import { REFERRALS } from './caseFields';
import type { Work } from './workForm';
import { isHeld, offHold, PERSON_TOLD_LABELS, REFERRAL_LABELS } from './workInWords';

const TAKE_ON_FIRST = 'Please press Take on first, so that everybody knows who looks after it.';
const CLOSED = 'This report is closed. Open it again first.';

/** Why a case is not worked on now. */
export function notWorkedOn({ status }: Case): string | undefined {
  if (status === 'new') return TAKE_ON_FIRST;
  return status === 'closed' ? CLOSED : undefined;
}

const note: Work = {
  ...{ verb: 'concerns.note', button: 'Save the note', adds: true },
  words: { label: 'Note for the file (the reporter does not see it)' },
  refused: () => undefined,
  decide: (now, { words }, signed) => ({ next: now, event: { what: 'noted', ...signed, note: words } }),
};

const urgency: Work = {
  ...{ verb: 'concerns.urgency', button: 'Change the urgency' },
  choice: { label: 'How soon should somebody look?', options: choices(URGENCY_LABELS) },
  words: { label: 'Why?' },
  refused: ({ status }) => (status === 'closed' ? CLOSED : undefined),
  decide: (now, { choice, words }, signed) => {
    const chosen: Urgency = urgencySchema.parse(choice);
    const said = `${URGENCY_LABELS[chosen]}: ${words}`;
    return { next: { ...now, urgency: chosen }, event: { what: 'urgencyChanged', ...signed, note: said } };
  },
};

const hold: Work = {
  ...{ verb: 'concerns.hold', button: 'Put it on hold' },
  lead: 'The council’s own targets wait. Clocks that the law sets go on.',
  words: { label: 'What do you wait for?' },
  refused: (value) => notWorkedOn(value) ?? (isHeld(value) ? 'This report is on hold already.' : undefined),
  decide: (now, { words }, signed) => ({
    next: { ...now, holds: [...(now.holds ?? []), { from: signed.at }] },
    event: { what: 'held', ...signed, note: words },
  }),
};

const resume: Work = {
  ...{ verb: 'concerns.resume', button: 'Take it off hold' },
  words: { label: 'A note for the file', optional: true },
  refused: (value) => notWorkedOn(value) ?? (isHeld(value) ? undefined : 'This report is not on hold.'),
  decide: (now, { words }, signed) => ({
    next: offHold(now, signed.at),
    event: { what: 'resumed', ...signed, ...(words && { note: words }) },
  }),
};

const refer: Work = {
  ...{ verb: 'concerns.refer', button: 'Record that it is passed on' },
  lead: 'This is a record: please make the referral itself as well. The reporter is told that it was passed on, and not to whom.',
  choice: { label: 'To whom?', options: choices(REFERRAL_LABELS) },
  words: { label: 'Why?' },
  refused: notWorkedOn,
  decide: (now, { choice, words }, signed) => {
    const to = REFERRALS.filter((each) => each === choice);
    const referrals = [...new Set([...(now.referrals ?? []), ...to])];
    const said = to.map((each) => `${REFERRAL_LABELS[each]}: ${words}`).join();
    return {
      next: withTelling({ ...now, referrals }, 'referred'),
      event: { what: 'referred', ...signed, note: said },
    };
  },
};

const personTold: Work = {
  ...{ verb: 'concerns.personTold', button: 'Record it' },
  choice: { label: 'Does the person complained about know?', options: choices(PERSON_TOLD_LABELS) },
  words: { label: 'When and how, or why not yet' },
  refused: notWorkedOn,
  decide: (now, { choice, words }, signed) => {
    const told = choice === 'told' ? ('told' as const) : ('notYet' as const);
    const said = `${PERSON_TOLD_LABELS[told]}: ${words}`;
    return { next: { ...now, personTold: told }, event: { what: 'personTold', ...signed, note: said } };
  },
};

const reopen: Work = {
  ...{ verb: 'concerns.reopen', button: 'Open it again' },
  lead: 'You look after it then. The reporter is told. What was recorded so far stays in the history.',
  words: { label: 'Why is it opened again?' },
  refused: ({ status }) => (status === 'closed' ? undefined : 'This report is open already.'),
  decide: (now, { words }, signed) => {
    const before = now.outcome ? `It was closed as ${OUTCOME_LABELS[now.outcome]}. ` : '';
    const question = withoutAnswer(now.question, signed.at);
    const next: Case = {
      ...{ ...now, question, status: 'taken', handler: signed.by },
      ...{ outcome: undefined, reply: undefined },
    };
    return {
      next: withTelling(next, 'reopened'),
      event: { what: 'reopened', ...signed, note: `${before}${words}` },
    };
  },
};

/** A question whose days ran out while the case was closed was not answered: another one may be asked. */
function withoutAnswer(question: Case['question'], at: string): Case['question'] {
  return question?.state === 'open' && question.dueAt <= at ? { ...question, state: 'unanswered' } : question;
}

/** What handlers do with a case beside taking it on, opening and closing it. */
export const WORKS: readonly Work[] = [note, urgency, hold, resume, refer, personTold, reopen];
