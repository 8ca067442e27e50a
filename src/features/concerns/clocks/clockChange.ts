import { z } from 'zod';
import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import { tooLongWords, written } from '../report/typedText';
import type { ClockSaid } from './clockEngine';
import { dueInWords, onDay } from './periods';
import type { ClockId, ClockRule } from './rules';
import { CLOCK_RULES, clockIdSchema, ruleOf } from './rules';

/** How much a reason may hold, in UTF-16 code units. */
export const LONGEST_REASON = 1_000;

const CHANGES = ['applies', 'off', 'met', 'moved'] as const;
export type ClockChangeKind = (typeof CHANGES)[number];

const inputsSchema = z.object({
  clock: clockIdSchema.optional().catch(undefined),
  change: z.enum(CHANGES).optional().catch(undefined),
  dueOn: z.iso.date().optional().catch(undefined),
  reason: z.string().catch(''),
});

/** What was filled in. */
export type ClockInputs = z.infer<typeof inputsSchema>;

/** A change that makes sense. */
export interface ClockChange {
  readonly clock: ClockId;
  readonly said: ClockSaid;
  /** For the history. */
  readonly words: string;
}

export function readInputs(data: Record<string, unknown>): ClockInputs {
  return inputsSchema.parse(data);
}

/** @returns what is wrong, in a sentence for the handler. @param today YYYY-MM-DD */
export function changeOf({ clock, change, dueOn, reason }: ClockInputs, today: string): ClockChange | string {
  const why = written(reason, LONGEST_REASON);
  if (why.kind === 'tooLong') return tooLongWords(why.length, LONGEST_REASON);
  if (!clock || !change) return 'Please choose the clock and what to change.';
  if (why.kind !== 'text') return 'Please write why. It goes into the history.';
  const rule = ruleOf(clock);
  const refused = refusalOf(rule, change, dueOn, today);
  if (refused) return refused;
  const words = `${rule.title}: ${inWords(change, dueOn)}. Why: ${why.text}`;
  return { clock, said: saidBy(change, dueOn), words };
}

/** Writes a change with its reason; undefined where all of it is said already. */
export function changed(
  now: Case,
  { clock, said, words }: ClockChange,
  by: Handler,
  at: string,
): CaseStep | undefined {
  const before = now.clocks ?? {};
  const next = Object.fromEntries(together(clock, said).map((id) => [id, { ...before[id], ...said }]));
  const clocks = { ...before, ...next };
  if (JSON.stringify(clocks) === JSON.stringify(before)) return undefined;
  return { next: { ...now, clocks }, event: { what: 'clockChanged', at, by, note: words } };
}

/** Whoever confirms one of the clocks that wait for it starts all of them: they belong to one law. */
function together(clock: ClockId, { applies }: ClockSaid): ClockId[] {
  if (applies === undefined || ruleOf(clock).starts === 'received') return [clock];
  return CLOCK_RULES.filter(({ starts }) => starts === 'confirmed').map(({ id }) => id);
}

const ENDS_BY_ITSELF: Readonly<Record<ClockRule['met'], string | undefined>> = {
  takenOn: 'This clock ends by itself when somebody takes the report on.',
  closed: 'This clock ends by itself when the report is closed.',
  safeguardingReferred: 'This clock ends when the line about the safeguarding referral is filled in.',
  breachDecided: 'Only the data-protection contact can say so.',
  recorded: undefined,
};

function refusalOf(
  { met, statutory }: ClockRule,
  change: ClockChangeKind,
  dueOn: string | undefined,
  today: string,
): string | undefined {
  if (change === 'met') return ENDS_BY_ITSELF[met];
  if (change === 'off' && met === 'breachDecided') return ENDS_BY_ITSELF[met];
  if (change !== 'moved') return undefined;
  if (statutory) return 'This date is not ours to move. If the clock does not apply, say so, with why.';
  return dueOn && dueOn >= today ? undefined : 'Please choose the new date, today or later.';
}

function saidBy(change: ClockChangeKind, dueOn: string | undefined): ClockSaid {
  if (change === 'met') return { met: true };
  return change === 'moved' ? { dueOn } : { applies: change === 'applies', met: false };
}

function inWords(change: ClockChangeKind, dueOn: string | undefined): string {
  if (change === 'moved' && dueOn) return `new date ${dueInWords(onDay(dueOn))}`;
  return { applies: 'applies', off: 'does not apply', met: 'done', moved: 'moved' }[change];
}
