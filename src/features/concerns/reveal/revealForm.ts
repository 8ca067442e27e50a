import { z } from 'zod';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case, Handler } from '../case/case';
import { tooLongWords, written } from '../report/typedText';
import type { RevealWish } from './revealSteps';

const LONGEST = 1_000;
const inputsSchema = z.object({
  reason: z.string().catch(''),
  second: z.string().catch(''),
  risk: z.enum(['yes', 'no']).catch('no'),
  unsafe: z.string().catch(''),
});
type Inputs = z.infer<typeof inputsSchema>;

const WHY = 'Please write why you need to know who reported this. The reason stays in the history.';
const WHO = 'Please choose the second handler who is to agree.';
const NOBODY_ELSE =
  'There is no second handler who could agree. Only where a life is at risk can the name be shown without one.';

/** What was filled in, and what is wrong with it where something is. */
export interface ReadWish {
  readonly inputs: Inputs;
  readonly wish?: RevealWish;
  readonly problem?: string;
}

/** @param others those who may be the second handler: a choice of anybody else is none. */
export function readWish(data: Record<string, unknown>, others: readonly Handler[]): ReadWish {
  const inputs = inputsSchema.parse(data);
  const lifeAtRisk = inputs.risk === 'yes';
  const [reason, unsafe] = [written(inputs.reason, LONGEST), written(inputs.unsafe, LONGEST)];
  for (const text of [reason, unsafe])
    if (text.kind === 'tooLong') return { inputs, problem: tooLongWords(text.length, LONGEST) };
  if (reason.kind !== 'text') return { inputs, problem: WHY };
  const second = others.find(({ id }) => id === inputs.second);
  const needsSecond = !lifeAtRisk || others.length > 0;
  if (!second && needsSecond) return { inputs, problem: others.length > 0 ? WHO : NOBODY_ELSE };
  const why = unsafe.kind === 'text' ? unsafe.text : '';
  return { inputs, wish: { second, reason: reason.text, lifeAtRisk, unsafe: why } };
}

/** Asks for a reason, the second handler, and what is at risk. */
export function revealForm(
  id: string,
  { reference }: Case,
  others: readonly Handler[],
  filled?: ReadWish,
): Card {
  const { reason, second, risk, unsafe } = filled?.inputs ?? inputsSchema.parse({});
  return render('concerns/reveal', {
    ...{ case: id, reference, reason, second, risk, unsafe, longest: LONGEST },
    others: others.map((other) => ({ title: other.name, value: other.id })),
    hasOthers: others.length > 0,
    problem: filled?.problem ?? '',
    hasProblem: filled?.problem !== undefined,
  });
}
