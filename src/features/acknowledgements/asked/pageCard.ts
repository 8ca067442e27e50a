import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { PolicyToConfirm } from '../policyToConfirm';

/** One page of the policy's text, as somebody reads it from a request. */
export interface PageChoice {
  /** Counted from 1; a page that is not there becomes the nearest one. */
  readonly page: number;
  /** A line above the text; empty for none. */
  readonly notice: string;
  readonly mayConfirm: boolean;
  /** There are questions to answer before the confirmation. */
  readonly checkFirst?: boolean;
  readonly campaignId: string;
  readonly partId: string;
}

/** A section of the policy, word for word; the last one ends with the statement and the button. */
export function pageCard(
  policy: PolicyToConfirm,
  { page, notice, mayConfirm, checkFirst = false, campaignId, partId }: PageChoice,
): Card {
  const count = policy.sections.length;
  const number = Math.min(Math.max(1, page), count);
  const section = policy.sections[number - 1];
  const last = number === count;
  return render('acknowledgements/page', {
    policy: policy.title,
    notice,
    hasNotice: notice !== '',
    place: `Page ${number} of ${count}`,
    section: section?.title ?? '',
    paragraphs: (section?.paragraphs ?? []).map(({ marker, text }) => ({
      text: marker ? `${marker} ${text}` : text,
    })),
    statement: policy.statement,
    confirming: last && mayConfirm && !checkFirst,
    checkNext: last && mayConfirm && checkFirst,
    readingEnds: last && !mayConfirm,
    hasBack: number > 1,
    hasNext: !last,
    backPage: number - 1,
    nextPage: number + 1,
    campaign: campaignId,
    part: partId,
    versionNumber: policy.version.number,
    versionHash: policy.version.hash,
  });
}
