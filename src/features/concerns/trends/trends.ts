import type { Case, CaseEvent, Detail } from '../case/case';
import { OUTCOMES } from '../case/case';
import { KIND_LABELS, OUTCOME_LABELS } from '../case/wording';
import { caseClocks } from '../clocks/caseClocks';
import type { ClockId } from '../clocks/rules';
import { KINDS } from '../report/draft';
import { PLATFORMS, platformOf } from './platform';
import type { SafeCount } from './safeCounts';
import { safeCounts, safeTotal } from './safeCounts';

/** What of a case trends are made from. */
export interface TrendCase {
  readonly value: Case;
  readonly events: readonly CaseEvent[];
  readonly details: readonly Detail[];
}

/** One table of the report: its lines make up all cases. */
export interface TrendTable {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly count: SafeCount }[];
}

export interface Trends {
  readonly total: SafeCount;
  readonly tables: readonly TrendTable[];
}

const NOT_CLOSED = 'Not closed yet';
const AGAINST_TARGET = ['By the target', 'Not by the target', 'Still to do, and the target has not come yet'];

/** The counts of the complaints lead's report. Every table counts every case once. @param now says what is late */
export function trendsOf(cases: readonly TrendCase[], now: Date): Trends {
  const outcomes = [...OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]), NOT_CLOSED];
  const tables = [
    tableOf(
      'Kind',
      KINDS.map((kind) => KIND_LABELS[kind]),
      cases,
      ({ value }) => KIND_LABELS[value.kind],
    ),
    tableOf('Where it was', PLATFORMS, cases, ({ details }) => platformOf(details)),
    tableOf('Outcome', outcomes, cases, ({ value }) =>
      value.status === 'closed' && value.outcome ? OUTCOME_LABELS[value.outcome] : NOT_CLOSED,
    ),
    tableOf('Taken on', AGAINST_TARGET, cases, (one) => againstTarget(one, 'takeOn', takenOnAt(one), now)),
    tableOf('Closed', AGAINST_TARGET, cases, (one) => againstTarget(one, 'close', closedAt(one), now)),
  ];
  return { total: safeTotal(cases.length), tables };
}

function tableOf(
  title: string,
  labels: readonly string[],
  cases: readonly TrendCase[],
  labelOf: (one: TrendCase) => string | undefined,
): TrendTable {
  const found = cases.map(labelOf);
  const counts = safeCounts(labels.map((label) => found.filter((each) => each === label).length));
  return { title, lines: labels.map((label, at) => ({ label, count: counts[at] ?? 'hidden' })) };
}

function againstTarget(
  { value }: TrendCase,
  id: ClockId,
  at: Date | undefined,
  now: Date,
): string | undefined {
  const due = caseClocks(value).find((clock) => clock.id === id)?.due.at;
  const late = due !== undefined && due <= (at ?? now);
  if (late) return AGAINST_TARGET[1];
  return AGAINST_TARGET[at ? 0 : 2];
}

/** The first time; a case that goes to somebody else was taken on all the same. */
function takenOnAt({ events }: TrendCase): Date | undefined {
  const event = events.find(({ what }) => what === 'takenOn');
  return event && new Date(event.at);
}

/** The last time, of a case that is closed now. */
function closedAt({ value, events }: TrendCase): Date | undefined {
  const event = value.status === 'closed' ? events.findLast(({ what }) => what === 'closed') : undefined;
  return event && new Date(event.at);
}
