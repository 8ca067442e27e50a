import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { dayInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';

/** What a request's card says beside the policy: a campaign, or a draft of one. */
export interface RequestWords {
  readonly id: string;
  readonly managerName: string;
  readonly title: string;
  readonly words: string;
  readonly due: string;
}

/** The card that staff get. @param partId where their row is: not a permission, the row is looked up. */
export function requestCard(policy: PolicyToConfirm, request: RequestWords, partId: string): Card {
  return render('acknowledgements/request', {
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
