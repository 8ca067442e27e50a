import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { TeamRecord } from '../../../storage/roles';
import { requestCard } from '../asked/requestCard';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { ClauseChange } from '../versions/clauseChanges';
import type { Draft } from './draft';
import type { Reach } from './reach';

/** The request exactly as staff will see it, with the number of people that it goes to. */
export function previewCard(
  policy: PolicyToConfirm,
  draft: Draft,
  sender: { readonly name: string; readonly teams: readonly TeamRecord[] },
  reach: Reach,
  warning = '',
  changes: readonly ClauseChange[] = [],
): Card {
  const request = requestCard(policy, { ...draft, id: '', managerName: sender.name }, '', changes);
  const names = sender.teams.filter((team) => draft.teamIds.includes(team.id)).map((team) => team.name);
  return render('acknowledgements/preview', {
    warning,
    hasWarning: warning !== '',
    people: peopleInWords(reach.people),
    teams: names.join(', '),
    reach: reachInWords(reach),
    shared: reach.shared ?? '',
    hasShared: Boolean(reach.shared),
    request: request.content['body'],
    buttons: buttonsOf(request),
    draft: draft.id,
    revision: draft.revision,
  });
}

export function peopleInWords(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`;
}

function reachInWords({ blocked, complete }: Reach): string {
  const known =
    blocked === 0
      ? 'As far as I know now, everybody can be reached.'
      : `${peopleInWords(blocked)} cannot be reached because they have blocked me. Ask them to unblock me.`;
  return complete ? known : `${known} This is a large group, so I check the rest while I send.`;
}

/** The buttons that staff will see, out of use here. */
function buttonsOf(request: Card): Record<string, unknown>[] {
  const actions = request.content['actions'] as Record<string, unknown>[];
  return actions.map((action) => ({ ...action, isEnabled: false }));
}
