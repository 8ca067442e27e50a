import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';

/** What a request's card becomes when its manager withdraws it. */
export function withdrawnCard(
  request: { readonly id: string; readonly title: string; readonly managerName: string },
  partId: string,
): Card {
  return render('acknowledgements/withdrawn', {
    title: request.title,
    asker: request.managerName,
    campaign: request.id,
    part: partId,
  });
}
