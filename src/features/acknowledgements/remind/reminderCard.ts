import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Campaign } from '../campaign/campaign';
import { dayInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';

/** A request that somebody is reminded of, and where their row is. */
export interface ReminderOf {
  readonly campaign: Campaign;
  readonly partId: string;
}

/** A short reminder of one request or of several; each button does what the one on the request does. */
export function reminderCard(
  policy: PolicyToConfirm,
  requests: readonly [ReminderOf, ...(readonly ReminderOf[])],
): Card {
  const [first] = requests;
  const several = requests.length > 1;
  return render('acknowledgements/reminder', {
    heading: several ? `A reminder of ${requests.length} requests` : 'A reminder',
    several,
    campaign: first.campaign.id,
    part: first.partId,
    requests: requests.map(({ campaign, partId }, before) => ({
      number: before + 1,
      title: campaign.title,
      asker: campaign.managerName,
      policy: policy.title,
      due: dayInWords(campaign.due),
      campaign: campaign.id,
      part: partId,
    })),
  });
}
