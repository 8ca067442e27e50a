import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { PolicyToConfirm } from '../policyToConfirm';
import { clauseIn } from '../policyToConfirm';
import type { RequestWords } from './requestCard';

const GONE = 'This part is no longer in the policy. Please ask whoever sent you this.';

/** The card of a reminder to read one clause: word for word, with where it stands, and nothing to confirm. */
export function clauseCard(
  policy: PolicyToConfirm,
  request: RequestWords,
  { clauseId, partId }: { readonly clauseId: string; readonly partId: string },
): Card {
  const clause = clauseIn(policy, clauseId);
  return render('acknowledgements/clause', {
    trial: request.trial === true,
    title: request.title,
    asker: request.managerName,
    policy: policy.title,
    words: request.words,
    clause: clause?.text ?? GONE,
    citation: clause
      ? `${policy.title}, version ${policy.version.number}, ${clauseId}: ${clause.section}`
      : '',
    campaign: request.id,
    part: partId,
  });
}
