import type { Card } from '../../../cards/render';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { PolicyVersions } from '../versions/policyVersions';
import { changesFor } from '../versions/sides';
import type { RequestWords } from './requestCard';
import { requestCard } from './requestCard';

/** The card that staff get, with what changed in the policy where the request is about that. */
export async function requestCardFor(
  parties: { readonly policy: PolicyToConfirm; readonly versions: PolicyVersions },
  request: RequestWords,
  partId: string,
): Promise<Card> {
  return requestCard(parties.policy, request, partId, await changesFor(parties, request.about));
}
