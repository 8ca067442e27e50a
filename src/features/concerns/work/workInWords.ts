import type { Case } from '../case/case';
import { dayInWords, dayOf } from '../clocks/workingDays';
import type { REFERRALS } from './caseFields';

export const REFERRAL_LABELS: Readonly<Record<(typeof REFERRALS)[number], string>> = {
  safeguarding: 'Safeguarding',
  hr: 'HR or grievance',
  whistleblowing: 'Whistleblowing',
  dataProtection: 'Data protection',
  police: 'The police',
  otherOrganisation: 'Another organisation',
};

export const PERSON_TOLD_LABELS = { told: 'They were told', notYet: 'Not yet' } as const;

const QUESTION_WORDS = {
  open: 'waits for an answer',
  answered: 'was answered',
  unanswered: 'was not answered in 5 working days',
} as const;

/** Whether nobody works on the case for now. */
export const isHeld = ({ holds = [] }: Pick<Case, 'holds'>): boolean =>
  holds.some(({ until }) => until === undefined);

/** The case with its hold ended, if it has one. */
export const offHold = (value: Case, at: string): Case => ({
  ...value,
  holds: (value.holds ?? []).map((hold) => ({ ...hold, until: hold.until ?? at })),
});

/** What was done with a case so far, a line each, for its summary. */
export function workInWords(value: Case): string[] {
  const { holds = [], referrals = [], links = [], personTold, question, withdrawnAt } = value;
  const onDay = (time: string): string => dayInWords(dayOf(new Date(time)));
  return [
    ...holds.filter(({ until }) => !until).map(({ from }) => `On hold since: ${onDay(from)}`),
    ...(referrals.length ? [`Passed on to: ${referrals.map((to) => REFERRAL_LABELS[to]).join(', ')}`] : []),
    ...(links.length ? [`Related reports: ${links.map(({ reference }) => reference).join(', ')}`] : []),
    ...(personTold ? [`The person complained about: ${PERSON_TOLD_LABELS[personTold]}`] : []),
    ...(question ? [`The last question to the reporter: ${QUESTION_WORDS[question.state]}`] : []),
    ...(withdrawnAt ? [`The reporter asked to take the report back on: ${onDay(withdrawnAt)}`] : []),
  ];
}
