import { z } from 'zod';
import { CLOCK_EVENTS, clockFields } from '../clocks/caseFields';
import { FILE_EVENTS, filesFields } from '../evidence/caseFile';
import { SAFEGUARDING_EVENTS, safeguardingFields } from '../safeguarding/caseFields';
import { erasedSchema, keptFields, KEEPING_EVENTS } from '../retention/caseFields';
import { REVEAL_EVENTS, revealFields } from '../reveal/caseFields';
import { handOffSchema } from '../handOff/caseFields';
import { affectedSchema, dangerSchema, kindSchema, nameSchema } from '../report/draft';
import { involvedFields } from '../report/involved';
import { WORK_EVENTS, workFields } from '../work/caseFields';
import { chainFields } from './history';
import { tellingFields } from '../telling/tellings';

/** How soon somebody should look. */
export const urgencySchema = z.enum(['danger', 'soon', 'normal']);
export type Urgency = z.infer<typeof urgencySchema>;

/** What came of a case, for the file. */
export const OUTCOMES = ['upheld', 'partly', 'notUpheld', 'passedOn', 'noAction'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What the reporter is told at the end: which of the reviewed wordings. Never says what became of anybody. */
export const REPLIES = ['dealtWith', 'nothingFound', 'passedOn', 'moreNeeded'] as const;
export const replySchema = z.enum(REPLIES);
export type Reply = z.infer<typeof replySchema>;

export const handlerSchema = z.object({ id: z.string(), name: z.string() });
export type Handler = z.infer<typeof handlerSchema>;

export const caseSchema = z.object({
  type: z.literal('case'),
  reference: z.string(),
  danger: dangerSchema,
  kind: kindSchema,
  affected: affectedSchema,
  what: z.string(),
  name: nameSchema,
  /** Only where the reporter chose to show it. */
  reporterName: z.string().optional(),
  /** The reporter's id, sealed for this case: opened to tell them something, and to see whether a press is theirs. */
  reporter: z.string(),
  urgency: urgencySchema,
  /** ISO time, whole minutes: an exact time could be matched with what else happened at that moment. */
  receivedAt: z.string(),
  /** YYYY-MM-DD by which it should be taken on. */
  targetOn: z.string(),
  status: z.enum(['new', 'taken', 'closed']),
  handler: handlerSchema.optional(),
  outcome: outcomeSchema.optional(),
  reply: replySchema.optional(),
  handOff: handOffSchema,
  /** Activities in the channel that show this case: more than one only where an answer of Teams was lost. */
  channelCards: z.array(z.string()),
  /** What these cards show, as `faceOf` gives it: when it differs from the case they are drawn again. */
  drawn: z.string(),
  /** The reporter added something that no handler has opened yet. */
  added: z.boolean(),
  details: z.int().nonnegative(),
  /** Somebody is telling the reporter or the handler now; a claim that ran out means that they stopped half-way. */
  tellingUntil: z.string().optional(),
  /** How often telling them failed in a way that may pass. */
  tellFailures: z.int().nonnegative(),
  /** Number of the last event of the case history. */
  events: z.int().nonnegative(),
  /** The hash of that event. */
  historyHead: z.string().optional(),
  /** Kept beside `what` alone: without both the history still holds. */
  whatSalt: z.string().optional(),
  ...tellingFields,
  ...workFields,
  ...filesFields,
  ...clockFields,
  ...revealFields,
  ...keptFields,
  ...involvedFields,
  ...safeguardingFields,
});

/** What happened to a case, appended and never overwritten. */
export const eventSchema = z.object({
  type: z.literal('event'),
  what: z.enum([
    'received',
    'posted',
    'takenOn',
    'opened',
    'detailAdded',
    'closed',
    'reporterTold',
    'reporterNotReached',
    'handlerTold',
    'handlerNotReached',
    ...WORK_EVENTS,
    ...FILE_EVENTS,
    ...CLOCK_EVENTS,
    ...REVEAL_EVENTS,
    ...KEEPING_EVENTS,
    ...SAFEGUARDING_EVENTS,
  ]),
  at: z.string(),
  /** Nobody where the product did it itself or the reporter did. */
  by: handlerSchema.optional(),
  /** A handler's words for the file, or a short code. */
  note: z.string().optional(),
  ...chainFields,
});

export const detailSchema = z.object({
  type: z.literal('detail'),
  /** Counts from 1 in each case. */
  number: z.int().positive(),
  question: z.string(),
  text: z.string(),
  /** ISO time, whole minutes. */
  addedAt: z.string(),
  salt: z.string().optional(),
});

/** All rows of one case lie in one partition, so that a change and its event are written together. */
export const caseRowSchema = z.discriminatedUnion('type', [
  caseSchema,
  eventSchema,
  detailSchema,
  erasedSchema,
]);

export type Case = z.infer<typeof caseSchema>;
export type CaseEvent = z.infer<typeof eventSchema>;
export type Detail = z.infer<typeof detailSchema>;
export type CaseRow = z.infer<typeof caseRowSchema>;
