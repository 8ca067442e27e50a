import type { Turn } from '../../../bot/turn';
import type { TeamRecord } from '../../../storage/roles';
import type { Campaign } from '../campaign/campaign';
import { campaignIdOf } from '../campaign/campaign';
import { versionOf } from '../policyToConfirm';
import type { Composer } from './composing';
import type { Draft } from './draft';
import { asSent } from './kinds';

/** The campaign that a draft becomes; the same draft always becomes the same one. */
export function campaignOf(
  composer: Composer,
  turn: Turn,
  draft: Draft,
  teams: readonly TeamRecord[],
): Campaign {
  const {
    title,
    words,
    due,
    senderIncluded,
    joinersIncluded,
    check,
    about,
    reminders,
    sendAt,
    list,
    onPaper,
  } = asSent(draft);
  return {
    kind: 'campaign',
    id: campaignIdOf(turn.person.id, draft.id),
    managerId: turn.person.id,
    managerName: turn.person.name,
    teams: teams.filter((team) => draft.teamIds.includes(team.id)).map(({ id, name }) => ({ id, name })),
    title,
    words,
    due,
    senderIncluded,
    check,
    joinersIncluded,
    about,
    reminders,
    sendAt,
    listId: list?.id,
    paperOf: onPaper > 0 ? draft.id : undefined,
    ...versionOf(composer.policy),
    state: 'preparing',
    createdAt: composer.clock.now().toISOString(),
  };
}
