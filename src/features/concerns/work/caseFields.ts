import { z } from 'zod';

const whoSchema = z.object({ id: z.string(), name: z.string() });

/** Where a case may be passed on to. */
export const REFERRALS = [
  'safeguarding',
  'hr',
  'whistleblowing',
  'dataProtection',
  'police',
  'otherOrganisation',
] as const;
const referralSchema = z.enum(REFERRALS);

/** The question to which an answer of the reporter's belongs, as the details name it. */
export const ANSWER = 'answer';

/** What working on a case adds to it. Who, when and why stand in the history. */
export const workFields = {
  /** ISO times. The last one without an end: the case is on hold now. */
  holds: z.array(z.object({ from: z.string(), until: z.string().optional() })).optional(),
  referrals: z.array(referralSchema).optional(),
  /** Whether the person complained about knows. */
  personTold: z.enum(['told', 'notYet']).optional(),
  /** Related cases. */
  links: z.array(z.object({ case: z.string(), reference: z.string() })).optional(),
  /** The last question to the reporter: the event that holds its words. */
  question: z
    .object({
      event: z.int().positive(),
      dueAt: z.string(),
      state: z.enum(['open', 'answered', 'unanswered']),
    })
    .optional(),
  /** The reporter asked that it be stopped. */
  withdrawnAt: z.string().optional(),
  /** Whose list of cases it is on. */
  listedFor: z.string().optional(),
  /** By action: the last step that was made with it, so that a repeat is known and who came second is told. */
  lastWork: z.record(z.string(), z.object({ event: z.int(), by: whoSchema, print: z.string() })).optional(),
};

export const WORK_EVENTS = [
  'noted',
  'urgencyChanged',
  'held',
  'resumed',
  'linked',
  'referred',
  'personTold',
  'reopened',
  'asked',
  'answered',
  'questionUnanswered',
  'withdrawn',
  'printed',
  'assigned',
  'handlerLeft',
] as const;

export const WORK_EVENT_WORDS: Readonly<Record<(typeof WORK_EVENTS)[number], string>> = {
  noted: 'Note',
  urgencyChanged: 'The urgency was changed',
  held: 'Put on hold',
  resumed: 'Taken off hold',
  linked: 'Linked to another report',
  referred: 'Passed on',
  personTold: 'Whether the person complained about was told',
  reopened: 'Opened again',
  asked: 'The reporter was asked',
  answered: 'The reporter answered',
  questionUnanswered: 'A question was not answered in 5 working days',
  withdrawn: 'The reporter asked to take the report back',
  printed: 'The chronology was made',
  assigned: 'Given to a colleague',
  handlerLeft: 'Whoever looked after it handles reports no more',
};
