import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { LONGEST_DETAIL } from '../reporter/detailQuestions';
import { REPLY_WORDS } from '../case/wording';
import type { Telling } from './tellings';

type Words = (value: Case) => readonly string[];

/** Plain and short; never a name, and nothing of what became of anybody. */
const WORDS: Readonly<Record<Telling['what'], Words>> = {
  taken: () => ['Somebody in the complaints team has taken on your report and is looking into it.'],
  question: () => ['The complaints team has a question about your report.'],
  referred: () => [
    'The complaints team has passed on what you told us to people whose work it is. They may ask you more through us.',
  ],
  closed: ({ reply }) => ['Your report is closed.', ...(reply ? [REPLY_WORDS[reply]] : [])],
  reopened: () => ['Your report is open again. The complaints team is looking into it once more.'],
  answered: () => ['The reporter has answered your question. Open the report to read it.'],
  unanswered: () => [
    'Your question was not answered in 5 working days. Please decide how to go on without an answer.',
  ],
  withdrawn: () => [
    'The reporter asks to take this report back. Stop if you can. If somebody is at risk, go on.',
  ],
  given: () => ['A colleague gave this report to you. You look after it now.'],
  givenAway: () => ['Somebody else in the complaints team looks after this report now. Thank you.'],
  left: () => [
    'Whoever looked after this report handles reports no more, so nobody has it now. Please take it on, or assign it to somebody.',
  ],
};

/** What the reporter reads in their own chat. */
export function toReporter(caseId: string, value: Case, { what }: Telling): Card {
  return render('concerns/told', { case: caseId, reference: value.reference, words: linesOf(value, what) });
}

/** What whoever looks after the case reads in their own chat: nothing that anybody wrote. */
export function toHandler(caseId: string, value: Case, { what }: Telling): Card {
  return render('concerns/toldHandler', {
    case: caseId,
    reference: value.reference,
    words: linesOf(value, what),
  });
}

const linesOf = (value: Case, what: Telling['what']): object[] =>
  WORDS[what](value).map((line) => ({ line }));

/** A question with room for its answer. @param typed what they typed as a message, not sent yet */
export function questionCard(
  caseId: string,
  { reference, name }: Case,
  question: { readonly number: number; readonly words: string },
  typed = '',
): Card {
  return render('concerns/question', {
    ...{ case: caseId, reference, question: question.words, number: question.number },
    ...{ answer: typed, isTyped: typed !== '' },
    longest: LONGEST_DETAIL,
    names: name === 'kept' ? 'Your name stays kept back, so please do not write it.' : '',
  });
}
