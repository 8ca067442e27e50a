import type { Case } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import { faceOf } from '../case/channelCard';
import { wholeMinute } from '../report/submit';
import type { Delivered } from './deliveries';

/** How long one try keeps others away; after that whoever made it is taken to have died. */
const CLAIM_MS = 30_000;

/** Undefined where it is there already, or another try is under way. */
export function claimed(value: Case, now: Date): CaseStep | undefined {
  const { state, claimedUntil } = value.handOff;
  if (state === 'posted' || (claimedUntil && new Date(claimedUntil) > now)) return undefined;
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  return { next: { ...value, handOff: { ...value.handOff, claimedUntil: until } } };
}

/** @param shown the case as its card shows it */
export function posted(value: Case, shown: Case, { place, activityId = '' }: Delivered, at: Date): CaseStep {
  const { failures, delayTold } = value.handOff;
  const next: Case = {
    ...value,
    handOff: { state: 'posted', failures, ...(delayTold && { delayTold }), ...place },
    channelCards: [...value.channelCards, activityId],
    drawn: faceOf(shown),
  };
  return { next, event: { what: 'posted', at: wholeMinute(at) } };
}

/** One more try that Teams refused. */
export function failed(value: Case): CaseStep {
  const failures = value.handOff.failures + 1;
  return { next: { ...value, handOff: { ...value.handOff, claimedUntil: undefined, failures } } };
}
