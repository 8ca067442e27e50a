import { z } from 'zod';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case, Outcome, Reply } from '../case/case';
import { outcomeSchema, replySchema } from '../case/case';
import { tooLongWords, written } from '../report/typedText';
import { choices, OUTCOME_LABELS, REPLY_LABELS, REPLY_WORDS } from '../case/wording';

/** How much a note for the file may hold, in UTF-16 code units. */
const LONGEST_NOTE = 4_000;

const inputsSchema = z.object({
  outcome: outcomeSchema.optional().catch(undefined),
  reply: replySchema.optional().catch(undefined),
  note: z.string().catch(''),
});

export interface Closing {
  readonly outcome: Outcome;
  readonly reply: Reply;
  readonly note: string;
}

/** What was filled in so far, and what is wrong with it. */
export interface UnfinishedClosing extends z.infer<typeof inputsSchema> {
  readonly problem: string;
}

export function readClosing(data: Record<string, unknown>): Closing | UnfinishedClosing {
  const inputs = inputsSchema.parse(data);
  const note = written(inputs.note, LONGEST_NOTE);
  if (note.kind === 'tooLong') {
    return {
      ...inputs,
      note: inputs.note.slice(0, LONGEST_NOTE),
      problem: tooLongWords(note.length, LONGEST_NOTE),
    };
  }
  const { outcome, reply } = inputs;
  if (!outcome || !reply)
    return { ...inputs, problem: 'Please choose the outcome for the file and the words for the reporter.' };
  return { outcome, reply, note: note.kind === 'text' ? note.text : '' };
}

/** The form in a dialog. */
export function closeCard(id: string, { reference }: Case, filled?: UnfinishedClosing): Card {
  return render('concerns/close', {
    case: id,
    reference,
    outcomes: choices(OUTCOME_LABELS),
    replies: choices(REPLY_LABELS),
    wordings: Object.entries(REPLY_LABELS).map(([key, title]) => ({
      title,
      words: REPLY_WORDS[key as Reply],
    })),
    outcome: filled?.outcome ?? '',
    reply: filled?.reply ?? '',
    note: filled?.note ?? '',
    longest: LONGEST_NOTE,
    problem: filled?.problem ?? '',
    hasProblem: filled !== undefined,
  });
}
