import type { ConcernsDeps } from '../../deps';
import type { Draft } from '../draft';

export const DRAFT_DUE = 'concerns.draftDue';
const DAY_MS = 24 * 60 * 60_000;
export const REMIND_AFTER_MS = DAY_MS;
/** Its job looks at a draft so often at least, so that it can seal anew whom it is of. */
const LOOKED_AT_MS = DAY_MS;
/** A draft is deleted so long after its last change. */
const KEPT_MS = 14 * DAY_MS;

/** When a draft is deleted. @param now counts where its last change is not known. */
export function endOf({ touchedAt }: Draft, now: Date): Date {
  return new Date((touchedAt ? Date.parse(touchedAt) : now.getTime()) + KEPT_MS);
}

/** What is to be done with a draft now, and otherwise when to look again. */
export type DraftDue = { readonly do: 'remind' | 'end' } | { readonly do: 'wait'; readonly until: Date };

export function draftDue(draft: Draft, now: Date): DraftDue {
  const end = endOf(draft, now);
  if (end <= now) return { do: 'end' };
  if (!draft.remindAt || draft.reminded) return { do: 'wait', until: end };
  const remindAt = new Date(draft.remindAt);
  return remindAt <= now ? { do: 'remind' } : { do: 'wait', until: remindAt < end ? remindAt : end };
}

/** When the job comes next. */
export function nextLook(due: Date, now: Date): Date {
  return new Date(Math.min(due.getTime(), now.getTime() + LOOKED_AT_MS));
}

/** The job must know whom to write to, and its row must not say so. @param key of the job */
export function sealedReporter({ names }: ConcernsDeps['sealing'], personId: string, key: string): string {
  return names.seal(personId, `${DRAFT_DUE} ${key}`);
}

export function openedReporter({ names }: ConcernsDeps['sealing'], sealed: string, key: string): string {
  return names.open(sealed, `${DRAFT_DUE} ${key}`);
}
