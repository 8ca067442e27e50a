import { z } from 'zod';
import type { CheckQuestion, Choice } from './questions';
import { CHOICES } from './questions';

/** Input ids of the three questions, in their order. */
export const INPUTS = ['first', 'second', 'third'] as const;

const choice = z.enum(CHOICES).optional().catch(undefined);
const answersData = z.object({
  /** Which questions the card showed: the bank may have been changed since. */
  asked: z.string().max(500).catch(''),
  /** What was answered rightly before. It is judged anew, so that a card cannot say so. */
  kept: z.string().max(20).catch(''),
  first: choice,
  second: choice,
  third: choice,
});

/** A question with what the person chose, if anything. */
export interface Answered {
  readonly question: CheckQuestion;
  readonly chosen: Choice | undefined;
  readonly outcome: 'open' | 'right' | 'wrong';
}

/** Judges what came with a press; answers to questions that are no longer these count as not given. */
export function judge(questions: readonly CheckQuestion[], data: Record<string, unknown>): Answered[] {
  const given = answersData.parse(data);
  const isThese = given.asked === idsOf(questions);
  const kept = given.kept.split(',');
  return questions.map((question, at) => {
    const input = INPUTS[at];
    const chosen = (input && given[input]) ?? choice.parse(kept[at]);
    if (!isThese || !chosen) return { question, chosen: undefined, outcome: 'open' };
    return { question, chosen, outcome: chosen === question.right ? 'right' : 'wrong' };
  });
}

export function idsOf(questions: readonly CheckQuestion[]): string {
  return questions.map(({ id }) => id).join(',');
}

/** The right answers by their place, as the next press brings them back. */
export function keptOf(answers: readonly Answered[]): string {
  return answers.map(({ outcome, chosen }) => (outcome === 'right' ? chosen : '')).join(',');
}

export function allRight(answers: readonly Answered[]): boolean {
  return answers.every(({ outcome }) => outcome === 'right');
}
