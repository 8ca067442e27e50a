import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Period } from './periods';
import { longestHours, periodSchema, shortestHours } from './periods';

/** Every clock that the product knows; the content file has each of them once. */
export const CLOCK_IDS = [
  'urgent',
  'safeguarding',
  'dataProtection',
  'ownData',
  'acknowledge',
  'explain',
  'takeOn',
  'close',
] as const;
export const clockIdSchema = z.enum(CLOCK_IDS);
export type ClockId = z.infer<typeof clockIdSchema>;

/** All of what is named must fit; an empty condition fits every case. */
const conditionSchema = z.strictObject({
  kind: z.array(z.string()).min(1).optional(),
  affected: z.array(z.string()).min(1).optional(),
  danger: z.array(z.string()).min(1).optional(),
  urgency: z.array(z.string()).min(1).optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

const ruleSchema = z
  .strictObject({
    id: clockIdSchema,
    title: z.string().min(1),
    /** In a sentence, for the handler. */
    why: z.string().min(1),
    /** `confirmed`: only once a handler says so. It counts from the day of receipt all the same, as the law does. */
    starts: z.enum(['received', 'confirmed']),
    /** Any of them is enough. */
    when: z.array(conditionSchema),
    /** The safe default. */
    period: periodSchema,
    /** The council's own, once it has set one. */
    council: periodSchema.nullable(),
    /** What the law allows at most. */
    longest: periodSchema.optional(),
    /** A hold does not stop it, and nobody moves its date. */
    statutory: z.boolean(),
    /** What ends it. `recorded`: a handler says when it was done. */
    met: z.enum(['takenOn', 'closed', 'safeguardingReferred', 'breachDecided', 'recorded']),
    /** How long before the end somebody is reminded. */
    remind: z.array(periodSchema),
  })
  .superRefine((rule, context) => {
    const told = (message: string): void => context.addIssue({ code: 'custom', message });
    const own = rule.council ?? rule.period;
    if (rule.longest && mayExceed(own, rule.longest)) told(`${rule.id}: the law allows less`);
    if (rule.remind.some((before) => shortestHours(before) >= longestHours(own)))
      told(`${rule.id}: a reminder would come before the clock starts`);
  });
export type ClockRule = z.infer<typeof ruleSchema>;

const rulesSchema = z.array(ruleSchema).superRefine((rules, context) => {
  for (const id of CLOCK_IDS) {
    const count = rules.filter((rule) => rule.id === id).length;
    if (count !== 1)
      context.addIssue({ code: 'custom', message: `${id} must be there once, not ${count} times` });
  }
});

/** @throws Error that names everything that is wrong. */
export function parseRules(value: unknown): readonly ClockRule[] {
  const parsed = rulesSchema.safeParse(value);
  if (!parsed.success)
    throw new Error(`The clocks' rules are not as they should be:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The rules in force, in the order in which handlers see them. */
export const CLOCK_RULES: readonly ClockRule[] = parseRules(
  JSON.parse(readFileSync(join(__dirname, 'content', 'rules.json'), 'utf8')),
);

/** How long a clock runs: the council's period, or else the safe default. */
export const periodOf = ({ council, period }: ClockRule): Period => council ?? period;

export function ruleOf(id: ClockId, rules: readonly ClockRule[] = CLOCK_RULES): ClockRule {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`There is no rule for the clock "${id}".`);
  return rule;
}

/** Whether a period can ever come out longer than another. */
function mayExceed(period: Period, longest: Period): boolean {
  if (sameUnit(period, longest)) return amountOf(period) > amountOf(longest);
  return longestHours(period) > shortestHours(longest);
}

function sameUnit(one: Period, other: Period): boolean {
  return Object.keys(one)[0] === Object.keys(other)[0];
}

function amountOf(period: Period): number {
  return Object.values(period)[0] ?? 0;
}
