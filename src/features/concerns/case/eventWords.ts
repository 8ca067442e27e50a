import { CLOCK_EVENT_WORDS } from '../clocks/caseFields';
import { dayInWords, dayOf } from '../clocks/workingDays';
import { FILE_EVENT_WORDS } from '../evidence/fileWords';
import type { DetailQuestion } from '../reporter/detailQuestions';
import { wordsOf } from '../reporter/detailQuestions';
import { KEEPING_EVENT_WORDS } from '../retention/caseFields';
import { REVEAL_EVENT_WORDS } from '../reveal/caseFields';
import { SAFEGUARDING_EVENT_WORDS } from '../safeguarding/caseFields';
import { ANSWER, WORK_EVENT_WORDS } from '../work/caseFields';
import type { Case, CaseEvent, Detail } from './case';

/** What happened to a case, as handlers read it. */
export const EVENT_WORDS: Readonly<Record<CaseEvent['what'], string>> = {
  received: 'Received',
  posted: 'Shown in the channel',
  takenOn: 'Taken on',
  opened: 'Opened',
  detailAdded: 'The reporter added something',
  closed: 'Closed',
  reporterTold: 'The reporter was told',
  reporterNotReached: 'The reporter could not be told',
  handlerTold: 'Whoever looks after it was told',
  handlerNotReached: 'Whoever looks after it could not be told',
  ...WORK_EVENT_WORDS,
  ...FILE_EVENT_WORDS,
  ...CLOCK_EVENT_WORDS,
  ...REVEAL_EVENT_WORDS,
  ...KEEPING_EVENT_WORDS,
  ...SAFEGUARDING_EVENT_WORDS,
};

/** What somebody was asked when they added something. */
export function questionOf({ question }: Detail, { kind }: Pick<Case, 'kind'>): string {
  return question === ANSWER ? 'Answer to a question' : wordsOf(question as DetailQuestion, kind).title;
}

/** The same with the day on which it was added. */
export function titleOf(detail: Detail, value: Pick<Case, 'kind'>): string {
  return `Added on ${dayInWords(dayOf(new Date(detail.addedAt)))}: ${questionOf(detail, value)}`;
}

/** The time of an event in England. */
export function momentInWords(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
