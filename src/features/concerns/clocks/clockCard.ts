import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import { caseClocks, stateInWords } from './caseClocks';
import type { ClockInputs } from './clockChange';
import { LONGEST_REASON } from './clockChange';
import { CLOCK_RULES } from './rules';

const CHANGE_CHOICES = [
  { value: 'applies', title: 'It applies' },
  { value: 'off', title: 'It does not apply' },
  { value: 'met', title: 'It is done' },
  { value: 'moved', title: 'Another date (only our own targets)' },
];

/** What applies to a case and why, and the form that changes it. */
export function clockCard(id: string, value: Case, now: Date, filled?: ClockInputs, problem = ''): Card {
  return render('concerns/clocks', {
    case: id,
    reference: value.reference,
    clocks: caseClocks(value).map((clock) => ({
      title: clock.title,
      state: stateInWords(clock, now),
      late: !clock.met && !clock.waits && clock.due.at <= now,
      why: clock.why,
    })),
    choices: CLOCK_RULES.map((rule) => ({ value: rule.id, title: rule.title })),
    changes: CHANGE_CHOICES,
    clock: filled?.clock ?? '',
    change: filled?.change ?? '',
    dueOn: filled?.dueOn ?? '',
    reason: filled?.reason.slice(0, LONGEST_REASON) ?? '',
    longest: LONGEST_REASON,
    problem,
    hasProblem: problem !== '',
  });
}
