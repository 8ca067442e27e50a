import { z } from 'zod';
import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import { factsOf } from '../clocks/caseClocks';
import { fits } from '../clocks/clockEngine';
import { ruleOf } from '../clocks/rules';
import { dayInWords } from '../clocks/workingDays';
import { written } from '../report/typedText';
import type { Line, LineId } from './caseFields';
import { LINES } from './caseFields';

export const LINE_LABELS: Readonly<Record<LineId, string>> = {
  referral: 'Safeguarding referral',
  police: 'Police',
  trust: 'Position of trust (the council’s officer for people who work with adults or children)',
  regulator: 'The regulator (Care Quality Commission, a professional body)',
  barring: 'Disclosure and Barring Service',
};
export const LONGEST_WHY = 500;

/** A line before anybody signed it. */
export type LineSaid = Omit<Line, 'by'>;
/** What was filled in, and for each line that was begun and is not right, what is wrong. */
export interface ReadLines {
  readonly lines: Readonly<Partial<Record<LineId, LineSaid>>>;
  readonly problems: readonly string[];
}

const answerSchema = z.enum(['done', 'notNeeded']).optional().catch(undefined);
const daySchema = z.iso.date().optional().catch(undefined);
const textSchema = z.string().catch('');

/** Whether a case waits for the five lines: a rule says so, or a handler did. Taking the clock away leaves the lines. */
export function needsSafeguarding(value: Case): boolean {
  const facts = factsOf(value);
  return fits(ruleOf('safeguarding'), facts) || facts.said.safeguarding?.applies === true;
}

/** What still keeps a case from being closed, each in a sentence for the handler. */
export function reasonsNotToClose(value: Case): string[] {
  if (!needsSafeguarding(value)) return [];
  const open = LINES.filter((line) => !value.safeguarding?.[line]);
  if (open.length === 0) return [];
  const names = open.map((line) => LINE_LABELS[line].split(' (')[0] ?? '').join(', ');
  return [
    `Please fill in safeguarding first: each line needs "done, when" or "not needed, why". Still open: ${names}.`,
  ];
}

/** @param today YYYY-MM-DD */
export function readLines(data: Record<string, unknown>, today: string): ReadLines {
  const read = LINES.map((id) => [id, readLine(id, data, today)] as const);
  const lines = read.flatMap(([id, line]) => (typeof line === 'object' ? [[id, line]] : []));
  const problems = read.flatMap(([, line]) => (typeof line === 'string' ? [line] : []));
  return { lines: Object.fromEntries(lines) as ReadLines['lines'], problems };
}

/** Writes the lines that differ from those of before; undefined where none does. */
export function recorded(now: Case, { lines }: ReadLines, by: Handler, at: string): CaseStep | undefined {
  const changed = LINES.flatMap((id) => {
    const line = lines[id];
    return line && differs(now.safeguarding?.[id], line) ? [{ id, line }] : [];
  });
  if (changed.length === 0) return undefined;
  const signed = Object.fromEntries(changed.map(({ id, line }) => [id, { ...line, by }]));
  const note = changed.map(({ id, line }) => `${LINE_LABELS[id]}: ${lineInWords(line)}`).join('; ');
  return {
    next: { ...now, safeguarding: { ...now.safeguarding, ...signed } },
    event: { what: 'safeguardingRecorded', at, by, note },
  };
}

export function lineInWords({ answer, on, why }: LineSaid): string {
  return answer === 'done'
    ? `done on ${on ? dayInWords(on) : 'a day not given'}`
    : `not needed: ${why ?? ''}`;
}

/** @returns undefined for a line that nobody touched */
function readLine(id: LineId, data: Record<string, unknown>, today: string): LineSaid | string | undefined {
  const answer = answerSchema.parse(data[id]);
  if (!answer) return undefined;
  if (answer === 'done') {
    const on = daySchema.parse(data[`${id}On`]);
    return on && on <= today
      ? { answer, on }
      : `${LINE_LABELS[id]}: please give the day on which it was done.`;
  }
  const why = written(textSchema.parse(data[`${id}Why`]), LONGEST_WHY);
  return why.kind === 'text'
    ? { answer, why: why.text }
    : `${LINE_LABELS[id]}: please write shortly why it is not needed.`;
}

function differs(before: Line | undefined, { answer, on, why }: LineSaid): boolean {
  return before?.answer !== answer || before.on !== on || before.why !== why;
}
