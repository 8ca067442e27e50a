import type { Person } from '../../../bot/turn';
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
  sender: Pick<Person, 'id' | 'name'>,
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
    id: campaignIdOf(sender.id, draft.id),
    managerId: sender.id,
    managerName: sender.name,
    teams: chosenOf(draft, teams).map(({ id, name }) => ({ id, name })),
    everyone: draft.everyone || undefined,
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

/** Everybody is found through every team that the bot is in, and beside them. */
function chosenOf({ everyone, teamIds }: Draft, teams: readonly TeamRecord[]): readonly TeamRecord[] {
  return everyone ? teams : teams.filter((team) => teamIds.includes(team.id));
}
