import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import type { Reveal, ToTell } from './caseFields';

/** A second handler has so long to answer, and an answer holds so long. */
export const HOLDS_MS = 24 * 60 * 60_000;

/** What somebody wrote who needs to know who reported. */
export type RevealWish = Pick<Reveal, 'second' | 'reason' | 'lifeAtRisk' | 'unsafe'>;

/** The reveal that is under way; none once a day has passed since its last step, or it was refused. */
export function standing({ reveal }: Case, now: Date): Reveal | undefined {
  if (!reveal || reveal.state === 'refused') return undefined;
  return now.getTime() < new Date(reveal.at).getTime() + HOLDS_MS ? reveal : undefined;
}

/** Whether this person may see the name now. The reporter hears of it first, where that is safe and nobody may die. */
export function maySeeName(value: Case, personId: string, now: Date): boolean {
  const reveal = standing(value, now);
  if (reveal?.state !== 'agreed' || reveal.by.id !== personId) return false;
  return reveal.lifeAtRisk || reveal.unsafe !== '' || reveal.told.includes('reporter');
}

/** Undefined where the name is shown already, or a reveal is under way. */
export function asked(
  value: Case,
  by: Handler,
  wish: RevealWish,
  now: Date,
  at: string,
): CaseStep | undefined {
  if (value.name !== 'kept' || standing(value, now)) return undefined;
  const state = wish.lifeAtRisk ? 'agreed' : 'asked';
  const reveal: Reveal = { by, ...wish, state, at: now.toISOString(), told: [], failures: 0 };
  const what = wish.lifeAtRisk ? 'revealAtRisk' : 'revealAsked';
  return { next: { ...value, reveal }, event: { what, at, by, note: noteOf(wish) } };
}

/** Undefined where it is not for them to say, or too late. */
export function decided(
  value: Case,
  by: Handler,
  state: 'agreed' | 'refused',
  now: Date,
  at: string,
): CaseStep | undefined {
  const reveal = standing(value, now);
  if (reveal?.state !== 'asked' || reveal.second?.id !== by.id || reveal.by.id === by.id) return undefined;
  const what = state === 'agreed' ? 'revealAgreed' : 'revealRefused';
  return {
    next: { ...value, reveal: { ...reveal, state, at: now.toISOString() } },
    event: { what, at, by },
  };
}

/** Each time that the name is shown stands in the history before it is shown. */
export function shown(value: Case, by: Handler, now: Date, at: string): CaseStep | undefined {
  if (!maySeeName(value, by.id, now)) return undefined;
  return { next: value, event: { what: 'nameShown', at, by } };
}

/** Who still has to hear of it, in this order. */
export function toTell({ reveal }: Case): ToTell[] {
  if (!reveal) return [];
  return wanted(reveal).filter((one) => !reveal.told.includes(one));
}

function wanted({ state, lifeAtRisk, unsafe, second }: Reveal): ToTell[] {
  if (state === 'asked') return ['second'];
  if (state === 'refused') return ['answer'];
  const first: ToTell[] = lifeAtRisk ? [...(second ? (['second'] as const) : []), 'dataProtection'] : [];
  return [...first, ...(unsafe ? [] : (['reporter'] as const)), ...(lifeAtRisk ? [] : (['answer'] as const))];
}

function noteOf({ second, reason, unsafe }: RevealWish): string {
  const parts = [
    `why: ${reason}`,
    second ? `second handler: ${second.name}` : 'no second handler could be named',
    unsafe && `the reporter is not told: ${unsafe}`,
  ];
  return parts.filter(Boolean).join('; ');
}
