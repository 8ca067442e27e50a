import { z } from 'zod';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import { tooLongWords, written } from '../report/typedText';

const LONGEST_WHY = 2_000;
const yesNo = z.enum(['yes', 'no']).optional().catch(undefined);
const inputsSchema = z.object({ breach: yesNo, told: yesNo, why: z.string().catch('') });
export type BreachInputs = z.infer<typeof inputsSchema>;

export function readBreach(data: Record<string, unknown>): BreachInputs {
  return inputsSchema.parse(data);
}

/** @returns what is missing, in a sentence; undefined when it can be recorded */
export function problemOf({ breach, told, why }: BreachInputs): string | undefined {
  const words = written(why, LONGEST_WHY);
  if (words.kind === 'tooLong') return tooLongWords(words.length, LONGEST_WHY);
  if (!breach || !told) return 'Please answer both questions.';
  return words.kind === 'text'
    ? undefined
    : 'Please write why. The law asks for it, also where nobody was told.';
}

/** Breach or not, told or not, and why; undefined where that is recorded already. */
export function breachRecorded(
  now: Case,
  { breach, told, why }: BreachInputs,
  by: Handler,
  at: string,
): CaseStep | undefined {
  if (!breach || !told) return undefined;
  const before = now.breach;
  const words = why.trim();
  if (before?.breach === breach && before.told === told && before.why === words) return undefined;
  const note = `Breach: ${breach}. Information Commissioner told: ${told}. Why: ${words}`;
  return {
    next: { ...now, breach: { breach, told, why: words, by } },
    event: { what: 'breachRecorded', at, by, note },
  };
}

/** The form, for the data-protection contact alone. */
export function breachCard(id: string, value: Case, filled?: BreachInputs, problem = ''): Card {
  const said = filled ?? value.breach;
  return render('concerns/breach', {
    case: id,
    reference: value.reference,
    ...{ breach: said?.breach ?? '', told: said?.told ?? '', why: said?.why.slice(0, LONGEST_WHY) ?? '' },
    longest: LONGEST_WHY,
    problem,
    hasProblem: problem !== '',
  });
}
