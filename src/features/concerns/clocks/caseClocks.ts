import type { Case } from '../case/case';
import type { CaseClock, ClockFacts } from './clockEngine';
import { clocksOf } from './clockEngine';
import { dueInWords } from './periods';

/** What the clocks of a case depend on, as the case is now. */
export function factsOf(value: Case): ClockFacts {
  const {
    kind,
    affected,
    danger,
    urgency,
    receivedAt,
    status,
    clocks = {},
    safeguarding,
    breach,
    holds = [],
  } = value;
  return {
    ...{ kind, affected, danger, urgency },
    receivedAt: new Date(receivedAt),
    done: {
      takenOn: status !== 'new',
      closed: status === 'closed',
      safeguardingReferred: safeguarding?.referral !== undefined,
      breachDecided: breach !== undefined,
    },
    said: clocks,
    holds: holds.map(({ from, until }) => ({
      from: new Date(from),
      ...(until && { until: new Date(until) }),
    })),
  };
}

/** The clocks that apply to a case, with why. */
export function caseClocks(value: Case): CaseClock[] {
  return clocksOf(factsOf(value));
}

/** A clock in a line, as handlers read it. */
export function stateInWords({ met, waits, due }: CaseClock, now: Date): string {
  if (met) return 'Done';
  if (waits) return 'Waits while the report is on hold';
  return due.at <= now ? `Late: it was for ${dueInWords(due)}` : `By ${dueInWords(due)}`;
}

/** All clocks of a case as one text, for its page. */
export function clocksInWords(value: Case, now: Date): string {
  return caseClocks(value)
    .map((clock) => `${clock.title}: ${stateInWords(clock, now)}`)
    .join('\n');
}
