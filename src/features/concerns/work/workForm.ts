import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import type { Choice } from '../case/wording';
import { tooLongWords, written } from '../report/typedText';

/** How much a handler may write at once, in UTF-16 code units. */
const LONGEST_WORDS = 4_000;

/** What a handler filled in. */
export interface Said {
  readonly choice: string;
  readonly words: string;
}

/** Another report that a form names. */
export interface Found {
  readonly case: string;
  readonly reference: string;
}

/** Who acts, and when. */
export interface Signed {
  readonly by: Handler;
  readonly at: string;
}

/** One thing that handlers do with a case: a form, and the step that it leads to. */
export interface Work {
  /** Opens the form. */
  readonly verb: string;
  readonly button: string;
  readonly lead?: string;
  readonly choice?: { readonly label: string; readonly options: readonly Choice[] };
  readonly words?: { readonly label: string; readonly optional?: boolean };
  /** Each press is a thing of its own, so who comes second is not told of the first: notes. */
  readonly adds?: boolean;
  /** The form for this case now, where what it offers depends on the moment. */
  prepare?(caseId: string): Promise<Work>;
  /** Why it cannot be done now, in a sentence. */
  refused(value: Case): string | undefined;
  decide(now: Case, said: Said, signed: Signed, found?: Found): CaseStep;
  /** What has to be there before the step is written. */
  before?(caseId: string): Promise<void>;
  /** @returns the other report that the form names, or why there is none for it */
  find?(caseId: string, said: Said, signed: Signed): Promise<Found | string>;
  /** What changes there. */
  elsewhere?(
    caseId: string,
    value: Case,
    found: Found,
    signed: Signed,
  ): { readonly id: string; readonly decide: (now: Case) => CaseStep | undefined };
}

const inputsSchema = z.object({
  choice: z.string().catch(''),
  words: z.string().catch(''),
  /** Which form it is, by the verb that opens it. */
  work: z.string().catch(''),
  /** The number of the case's last event when the form was drawn. */
  shown: z.coerce.number().int().nonnegative().catch(0),
});
export type Inputs = z.infer<typeof inputsSchema>;

export const readInputs = (data: Record<string, unknown>): Inputs => inputsSchema.parse(data);

/** @returns what is wrong with it, in words */
export function readSaid({ choice, words }: Work, inputs: Inputs): Said | string {
  if (choice && !choice.options.some(({ value }) => value === inputs.choice)) return 'Please choose one.';
  const text = written(inputs.words, LONGEST_WORDS);
  if (text.kind === 'tooLong') return tooLongWords(text.length, LONGEST_WORDS);
  if (text.kind !== 'text' && words && !words.optional) return 'Please write a few words.';
  return { choice: inputs.choice, words: text.kind === 'text' ? text.text : '' };
}

/** By which the same press is known again. */
export function printOf({ by }: Signed, { choice, words }: Said, shown: number): string {
  const text = JSON.stringify([by.id, choice, words, shown]);
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

/** The form in a dialog. */
export function workCard(id: string, value: Case, work: Work, filled?: Inputs, problem = ''): Card {
  const { lead = '', choice, words } = work;
  return render('concerns/work', {
    ...{ case: id, reference: value.reference, work: work.verb, button: work.button, shown: value.events },
    ...{ problem, hasProblem: problem !== '', lead, hasLead: lead !== '', longest: LONGEST_WORDS },
    ...{ choiceLabel: choice?.label ?? '', choices: [...(choice?.options ?? [])] },
    ...{ choice: filled?.choice ?? '', hasChoices: choice !== undefined },
    ...{ wordsLabel: words?.label ?? '', hasWords: words !== undefined },
    words: filled?.words.slice(0, LONGEST_WORDS) ?? '',
  });
}
