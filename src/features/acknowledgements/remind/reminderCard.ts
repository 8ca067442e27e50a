import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Campaign } from '../campaign/campaign';
import { dayInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';

/** A short reminder; its button does what the one on the request does. */
export function reminderCard(policy: PolicyToConfirm, campaign: Campaign, partId: string): Card {
  return render('acknowledgements/reminder', {
    title: campaign.title,
    asker: campaign.managerName,
    policy: policy.title,
    due: dayInWords(campaign.due),
    campaign: campaign.id,
    part: partId,
  });
}
