import type { Due } from './periods';
import { alarmAt, endOf, onDay, reminderAt } from './periods';
import type { ClockId, ClockRule, Condition } from './rules';
import { CLOCK_RULES, periodOf } from './rules';
import { daysHeld } from './workingDays';

/** From when to when a case was on hold; without an end it still is. */
export interface Hold {
  readonly from: Date;
  readonly until?: Date | undefined;
}

/** What a handler said about one clock. */
export interface ClockSaid {
  readonly applies?: boolean | undefined;
  /** When it was done. */
  readonly met?: boolean | undefined;
  /** Another last day, YYYY-MM-DD; only for the council's own targets. */
  readonly dueOn?: string | undefined;
}

/** All that clocks depend on. */
export interface ClockFacts {
  readonly kind: string;
  readonly affected: string;
  readonly danger: string;
  readonly urgency: string;
  readonly receivedAt: Date;
  /** What has happened, of that by which clocks are met. */
  readonly done: Readonly<Record<Exclude<ClockRule['met'], 'recorded'>, boolean>>;
  readonly said: Readonly<Partial<Record<ClockId, ClockSaid>>>;
  readonly holds: readonly Hold[];
}

/** One clock of one case. */
export interface CaseClock {
  readonly id: ClockId;
  readonly title: string;
  readonly why: string;
  readonly due: Due;
  readonly met: boolean;
  /** The council's own target waits while the case is on hold. */
  readonly waits: boolean;
  readonly statutory: boolean;
}

/** Something that is to be said about a clock at a moment. */
export interface Notice {
  /** The same for the same thing, so that it is said once. */
  readonly key: string;
  readonly clock: CaseClock;
  readonly kind: 'reminder' | 'alarm';
  readonly at: Date;
}

/** The clocks that apply to a case, in the order of the rules. */
export function clocksOf(facts: ClockFacts, rules: readonly ClockRule[] = CLOCK_RULES): CaseClock[] {
  return rules.filter((rule) => applies(rule, facts)).map((rule) => clockOf(rule, facts));
}

/** Whether a rule fits a case by itself, whatever a handler said. */
export function fits(
  { starts, when }: ClockRule,
  facts: Omit<ClockFacts, 'done' | 'said' | 'holds'>,
): boolean {
  return starts === 'received' && when.some((condition) => holds(condition, facts));
}

/** What is to be said about the clocks that still run, the soonest first. */
export function noticesOf(clocks: readonly CaseClock[], rules: readonly ClockRule[] = CLOCK_RULES): Notice[] {
  return clocks
    .filter(({ met, waits }) => !met && !waits)
    .flatMap((clock) => noticesOfOne(clock, rules.find(({ id }) => id === clock.id)?.remind ?? []))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function noticesOfOne(clock: CaseClock, remind: ClockRule['remind']): Notice[] {
  const of = (kind: Notice['kind'], at: Date, which: string): Notice => {
    return { key: `${clock.id}/${which}/${clock.due.at.toISOString()}`, clock, kind, at };
  };
  return [
    ...remind.map((before, at) => of('reminder', reminderAt(clock.due, before), String(at))),
    of('alarm', alarmAt(clock.due), 'alarm'),
  ];
}

function applies(rule: ClockRule, facts: ClockFacts): boolean {
  return facts.said[rule.id]?.applies ?? fits(rule, facts);
}

function clockOf(rule: ClockRule, facts: ClockFacts): CaseClock {
  const { id, title, statutory } = rule;
  const said = facts.said[id] ?? {};
  const why =
    said.applies && !fits(rule, facts) && rule.starts === 'received'
      ? 'A handler said that it applies.'
      : rule.why;
  const met = said.met === true || (rule.met !== 'recorded' && facts.done[rule.met]);
  const waits = !statutory && facts.holds.some(({ until }) => until === undefined);
  return { id, title, why, statutory, met, waits, due: dueOf(rule, facts, said.dueOn) };
}

/** A hold moves the council's own targets and never a statutory one. */
function dueOf(rule: ClockRule, { receivedAt, holds: held }: ClockFacts, dueOn: string | undefined): Due {
  const { statutory } = rule;
  if (dueOn && !statutory) return onDay(dueOn);
  const period = periodOf(rule);
  if (statutory) return endOf(receivedAt, period);
  if ('workingDays' in period) return endOf(receivedAt, { workingDays: period.workingDays + daysHeld(held) });
  const ms = held.reduce((sum, { from, until }) => sum + (until ? until.getTime() - from.getTime() : 0), 0);
  return endOf(new Date(receivedAt.getTime() + ms), period);
}

function holds(condition: Condition, facts: Pick<ClockFacts, keyof Condition>): boolean {
  const named = Object.entries(condition) as [keyof Condition, readonly string[]][];
  return named.every(([what, values]) => values.includes(facts[what]));
}
