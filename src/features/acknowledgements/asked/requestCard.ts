import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { About } from '../campaign/campaign';
import { dayInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { ClauseChange } from '../versions/clauseChanges';
import { sideOf } from '../versions/sides';
import { clauseCard } from './clauseCard';

/** What a request's card says beside the policy: a campaign, or a draft of one. */
export interface RequestWords {
  readonly id: string;
  readonly managerName: string;
  readonly title: string;
  readonly words: string;
  readonly due: string;
  readonly about: About;
  /** Its sender looks at it, and it says so. */
  readonly trial?: boolean | undefined;
}

/** As many as fit the card; the rest are behind "Read and confirm". */
const MOST_CHANGES = 6;

/**
 * The card that staff get.
 * @param partId where their row is: not a permission, the row is looked up
 * @param changes what changed since a version that people confirmed before, where the request is about that
 */
export function requestCard(
  policy: PolicyToConfirm,
  request: RequestWords,
  partId: string,
  changes: readonly ClauseChange[] = [],
): Card {
  const { about } = request;
  if (about.kind === 'clause') return clauseCard(policy, request, { clauseId: about.clauseId, partId });
  const more = changes.length - MOST_CHANGES;
  return render('acknowledgements/request', {
    trial: request.trial === true,
    title: request.title,
    asker: request.managerName,
    policy: policy.title,
    words: request.words,
    due: dayInWords(request.due),
    hasChanges: changes.length > 0,
    changes: changes.slice(0, MOST_CHANGES).map(sideOf),
    hasMoreChanges: more > 0,
    moreChanges: `and ${more} more changes in the text of the policy`,
    keyPoints: policy.keyPoints.map(({ text }) => ({ text })),
    campaign: request.id,
    part: partId,
  });
}
