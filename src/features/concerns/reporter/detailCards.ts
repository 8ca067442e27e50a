import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { personalDetailRows } from '../report/drafts/personalDetails';
import type { DetailQuestion } from './detailQuestions';
import { LONGEST_DETAIL, wordsOf } from './detailQuestions';
import { plainCard } from './receipt';

/** What a question's card shows beside the question. */
export interface Beside {
  /** A line above it. */
  readonly lead?: string | undefined;
  /** What was written and is not saved yet, because it holds a name or a number. */
  readonly pending?: string | undefined;
}

/** One question about a report that was sent. */
export function detailCard(
  id: string,
  { reference, kind }: Pick<Case, 'reference' | 'kind'>,
  question: DetailQuestion,
  { lead = '', pending = '' }: Beside = {},
): Card {
  const found = personalDetailRows(pending);
  return render('concerns/detail', {
    ...{ case: id, reference, question, lead, hasLead: lead !== '' },
    ...wordsOf(question, kind),
    ...{ detail: pending, found, hasFound: found.length > 0, longest: LONGEST_DETAIL },
  });
}

/** Shown once there is no more to ask. */
export function thanksCard({ reference }: Pick<Case, 'reference'>): Card {
  return plainCard(
    'Thank you',
    `That is all for report ${reference}. You can add more at any time: type **my reports**.`,
  );
}
