import { endOf } from './periods';
import { periodOf, ruleOf } from './rules';
import { dayOf } from './workingDays';

/** The day by which a concern received at this time should be taken on, YYYY-MM-DD. */
export function targetDay(receivedAt: Date): string {
  const due = endOf(receivedAt, periodOf(ruleOf('takeOn')));
  return due.day ?? dayOf(due.at);
}
