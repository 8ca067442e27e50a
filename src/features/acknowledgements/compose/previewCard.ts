import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { requestCard } from '../asked/requestCard';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { ClauseChange } from '../versions/clauseChanges';
import type { Draft } from './draft';
import { previewLines } from './previewLines';
import type { Reach } from './reach';

/** The request exactly as staff will see it, with the number of people that it goes to. */
export function previewCard(
  policy: PolicyToConfirm,
  draft: Draft,
  senderName: string,
  reach: Reach,
  warning = '',
  changes: readonly ClauseChange[] = [],
): Card {
  const request = requestCard(policy, { ...draft, id: '', managerName: senderName }, '', changes);
  return render('acknowledgements/preview', {
    warning,
    hasWarning: warning !== '',
    people: peopleInWords(reach.people),
    teams: teamLines(reach),
    reach: reachInWords(reach),
    lines: previewLines(draft).map((line) => ({ line })),
    shared: reach.shared,
    hasShared: reach.shared !== '',
    request: request.content['body'],
    buttons: buttonsOf(request),
    draft: draft.id,
    revision: draft.revision,
    listRevision: draft.listRevision,
    sendTitle: draft.everyone ? 'Ask for approval' : 'Send',
  });
}

/** So many can be read on a phone; the others are one line. */
const MOST_TEAMS_NAMED = 15;

function teamLines({ byTeam }: Reach): { team: string; people: string }[] {
  const named = byTeam.slice(0, MOST_TEAMS_NAMED);
  const others = byTeam.slice(MOST_TEAMS_NAMED);
  const lines = named.map(({ team, people }) => ({ team, people: peopleInWords(people) }));
  if (others.length === 0) return lines;
  const people = others.reduce((total, each) => total + each.people, 0);
  return [...lines, { team: `And ${others.length} more`, people: peopleInWords(people) }];
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
