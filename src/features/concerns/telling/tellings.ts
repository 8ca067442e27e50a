import { z } from 'zod';
import type { Case } from '../case/case';

/** What the reporter of a case is told, and what whoever looks after it is told. */
const TO_REPORTER = ['taken', 'question', 'referred', 'closed', 'reopened'] as const;
const TO_HANDLER = ['answered', 'unanswered', 'withdrawn', 'given', 'givenAway', 'left'] as const;

const tellingSchema = z.object({
  /** Follows from the step that it tells of, so that a repeat is the same one. */
  key: z.string(),
  what: z.enum([...TO_REPORTER, ...TO_HANDLER]),
  /** Instead of whoever looks after the case: a handler who does so no more. */
  to: z.string().optional(),
});

/** Something that is still to be told. */
export type Telling = z.infer<typeof tellingSchema>;

/** What telling people adds to a case. */
export const tellingFields = {
  /** What is still to be told, the oldest first; what was told stands in the history. */
  tellings: z.array(tellingSchema).optional(),
};

/** The words by which the history names it. */
export const TELLING_LABELS: Readonly<Record<Telling['what'], string>> = {
  taken: 'Taken on',
  question: 'A question',
  referred: 'Passed on',
  closed: 'Closed',
  reopened: 'Opened again',
  answered: 'The reporter answered',
  unanswered: 'A question was not answered',
  withdrawn: 'The reporter takes the report back',
  given: 'It is theirs now',
  givenAway: 'It is somebody else’s now',
  left: 'Nobody has it now',
};

export const isForHandler = ({ what }: Telling): boolean => TO_HANDLER.some((each) => each === what);

/** The case with something to be told: part of the step that it tells of, and written with it. */
export function withTelling(next: Case, what: Telling['what'], to?: string): Case {
  const key = `${what}-${next.events + 1}`;
  return { ...next, tellings: [...(next.tellings ?? []), { key, what, ...(to && { to }) }] };
}

/** Whether it is still to be told. */
export const isUntold = ({ tellings = [] }: Case, { key }: Telling): boolean =>
  tellings.some((each) => each.key === key);

/** The case without it: it was told, or nobody can be. */
export const withoutTelling = (now: Case, { key }: Telling): Case => ({
  ...now,
  tellings: (now.tellings ?? []).filter((each) => each.key !== key),
});
