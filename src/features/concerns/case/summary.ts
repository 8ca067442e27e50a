import { dayInWords } from '../clocks/workingDays';
import { receivedOn } from '../report/submit';
import { workInWords } from '../work/workInWords';
import type { Case } from './case';
import {
  AFFECTED_LABELS,
  DANGER_LABELS,
  KIND_LABELS,
  OUTCOME_LABELS,
  STATUS_LABELS,
  URGENCY_LABELS,
} from './wording';

/** What kind of report it is and how it stands, a line each, without anybody's name. */
export const namelessSummary = (value: Case): string[] =>
  linesOf(value, { who: [], target: [], handler: '' });

/** The same with who reported it, who looks after it, and by when it is to be taken on. */
export const summaryOf = (value: Case): string[] =>
  linesOf(value, {
    who: [`Reported by: ${value.reporterName ?? 'name kept back'}`],
    target: [`Take on by: ${dayInWords(value.targetOn)}`],
    handler: value.handler ? `, ${value.handler.name}` : '',
  });

interface Named {
  readonly who: readonly string[];
  readonly target: readonly string[];
  readonly handler: string;
}

function linesOf(value: Case, { who, target, handler }: Named): string[] {
  return [
    `Kind: ${KIND_LABELS[value.kind]}`,
    `Who is affected: ${AFFECTED_LABELS[value.affected]}`,
    `Danger: ${DANGER_LABELS[value.danger]}`,
    `Urgency: ${URGENCY_LABELS[value.urgency]}`,
    ...who,
    `Received: ${dayInWords(receivedOn(value))}`,
    ...target,
    `Status: ${STATUS_LABELS[value.status]}${handler}`,
    ...workInWords(value),
    ...(value.outcome ? [`Outcome: ${OUTCOME_LABELS[value.outcome]}`] : []),
  ];
}
