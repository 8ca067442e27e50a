import type { Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { personalDetails, withInitials } from '../report/drafts/personalDetails';
import { wholeMinute } from '../report/submit';
import { tooLongWords, written } from '../report/typedText';
import { dayMeant } from './dayMeant';
import type { DetailQuestion } from './detailQuestions';
import { LONGEST_DETAIL, MOST_DETAILS } from './detailQuestions';
import type { OwnReports } from './ownReport';

/** What somebody wrote in answer to a question about their report. */
export interface WrittenDetail {
  readonly id: string;
  readonly question: DetailQuestion;
  readonly detail: string;
  /** What to do about names and numbers in it; undefined until they were asked. */
  readonly as?: 'initials' | 'written' | undefined;
}

/** What came of it. */
export type SavedDetail =
  | { readonly kind: 'saved'; readonly text: string }
  | { readonly kind: 'refused'; readonly words: string }
  /** It holds a name or a number: nothing is saved before they say what to do about it. */
  | { readonly kind: 'personal'; readonly text: string };

const NOTHING_WRITTEN = 'There is nothing to save yet. Write a few words, or press Skip.';
const STILL_TO_COME =
  'That day is still to come. Please write the day on which it happened, or say it in your own words. What you wrote is still there.';
const FULL = 'This report cannot take more. Please ring the complaints team with the rest.';

/** The row of what this activity adds: the same activity again finds it there. */
export const detailKey = ({ sealing }: Pick<ConcernsDeps, 'sealing'>, turn: Turn, id: string): string =>
  sealing.tag(turn.activityId, `concerns.detail ${id}`);

/** Adds to a report, once for each activity. */
export async function saveDetail(
  deps: ConcernsDeps,
  { cases, own }: { readonly cases: CaseStore; readonly own: OwnReports },
  turn: Turn,
  { id, question, detail, as }: WrittenDetail,
): Promise<SavedDetail> {
  const read = written(detail, LONGEST_DETAIL);
  if (read.kind === 'tooLong') return refused(tooLongWords(read.length, LONGEST_DETAIL));
  if (read.kind !== 'text') return refused(NOTHING_WRITTEN);
  const text = as === 'initials' ? withInitials(read.text) : read.text;
  if (!as && personalDetails(text).length > 0) return { kind: 'personal', text };
  const told = question === 'when' ? dayMeant(text, deps.clock.now()) : { text, kind: 'kept' as const };
  if (told.kind === 'toCome') return refused(STILL_TO_COME);
  const key = detailKey(deps, turn, id);
  if (!(await cases.hasDetail(id, key))) {
    const at = wholeMinute(deps.clock.now());
    const urgent = (await deps.urgencyIn(text)) !== false;
    const addition = { key, question, text: told.text, at, urgent };
    if (!(await own.step(turn, id, (now) => added(now, addition)))) return refused(FULL);
  }
  return { kind: 'saved', text };
}

interface Addition {
  readonly key: string;
  readonly question: DetailQuestion;
  readonly text: string;
  readonly at: string;
  readonly urgent: boolean;
}

function added(now: Case, { key, question, text, at, urgent }: Addition): CaseStep | undefined {
  if (now.details >= MOST_DETAILS) return undefined;
  const number = now.details + 1;
  return {
    next: { ...now, added: true, details: number, ...(urgent && { urgency: 'danger' }) },
    event: { what: 'detailAdded', at },
    detail: { key, value: { type: 'detail', number, question, text, addedAt: at } },
  };
}

const refused = (words: string): SavedDetail => ({ kind: 'refused', words });
