import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { LINES } from './caseFields';
import type { ReadLines } from './lines';
import { LINE_LABELS, lineInWords, LONGEST_WHY } from './lines';

/** The form with the five lines. @param filled what was typed and is not kept yet */
export function linesCard(id: string, value: Case, filled?: ReadLines): Card {
  const problems = filled?.problems ?? [];
  return render('concerns/safeguarding', {
    case: id,
    reference: value.reference,
    problems: problems.map((problem) => ({ problem })),
    hasProblems: problems.length > 0,
    longest: LONGEST_WHY,
    lines: LINES.map((line) => {
      const kept = value.safeguarding?.[line];
      const said = filled?.lines[line] ?? kept;
      return {
        ...{ id: line, label: LINE_LABELS[line] },
        kept: kept ? `Recorded: ${lineInWords(kept)}, by ${kept.by.name}` : 'Not recorded yet',
        ...{ answer: said?.answer ?? '', on: said?.on ?? '', why: said?.why ?? '' },
      };
    }),
  });
}
