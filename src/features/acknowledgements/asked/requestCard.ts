import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { About } from '../campaign/campaign';
import { dayInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
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

/** The card that staff get. @param partId where their row is: not a permission, the row is looked up. */
export function requestCard(policy: PolicyToConfirm, request: RequestWords, partId: string): Card {
  const { about } = request;
  if (about.kind === 'clause') return clauseCard(policy, request, { clauseId: about.clauseId, partId });
  return render('acknowledgements/request', {
    trial: request.trial === true,
    title: request.title,
    asker: request.managerName,
    policy: policy.title,
    words: request.words,
    due: dayInWords(request.due),
    keyPoints: policy.keyPoints.map(({ text }) => ({ text })),
    campaign: request.id,
    part: partId,
  });
}
