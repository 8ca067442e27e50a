import { z } from 'zod';
import type { Answers } from './draft';
import { affectedSchema, dangerSchema, kindSchema, nameSchema } from './draft';
import { involvedIn } from './involved';
import { STEPS } from './nextStep';
import { tooLongWords, written } from './typedText';

const placeSchema = z.object({
  draft: z.string().min(1).max(100),
  step: z.enum(STEPS),
  revision: z.coerce.number().int().nonnegative(),
});

/** Answers that stand in a card; what is no answer counts as none. */
const inputsSchema = z.object({
  danger: dangerSchema.optional().catch(undefined),
  kind: kindSchema.optional().catch(undefined),
  affected: affectedSchema.optional().catch(undefined),
  name: nameSchema.optional().catch(undefined),
  what: z.string().catch(''),
  involved: z.string().catch(''),
});

/** A press on a card of the dialog. */
export interface StepPress {
  readonly draftId: string;
  readonly seen: z.infer<typeof placeSchema>;
  readonly answers: Answers;
}

export const UNREADABLE = 'I could not read that press. Type **report** and we go on where you are.';
export const FEW_WORDS =
  'Please tell what happened in a few words, as well as you can. What you wrote is still there.';

/** @returns a sentence for the person where the press cannot be taken; the card then stays, with what was typed in it. */
export function readPress(data: Record<string, unknown>): StepPress | { readonly refused: string } {
  const place = placeSchema.safeParse(data);
  if (!place.success) return { refused: UNREADABLE };
  const { what: raw, involved, ...inputs } = inputsSchema.parse(data);
  const answers = { ...inputs, ...involvedIn(involved) };
  const what = written(raw);
  if (what.kind === 'tooLong') return { refused: tooLongWords(what.length) };
  if (what.kind === 'noWords') return { refused: FEW_WORDS };
  const seen = place.data;
  return {
    draftId: seen.draft,
    seen,
    answers: what.kind === 'text' ? { ...answers, what: what.text } : answers,
  };
}
