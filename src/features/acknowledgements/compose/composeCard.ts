import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { TeamRecord } from '../../../storage/roles';
import type { Draft } from './draft';
import { LONGEST_TITLE, LONGEST_WORDS } from './draftInput';

/** So that the card stays under its size limit; an administrator of more teams is told so. */
export const MOST_TEAMS_SHOWN = 100;

/** The card in which a manager writes a request, with what was typed so far. */
export function composeCard(draft: Draft, teams: readonly TeamRecord[], today: string): Card {
  return render('acknowledgements/compose', {
    teams: teams.slice(0, MOST_TEAMS_SHOWN).map(({ id, name }) => ({ id, name })),
    hasMoreTeams: teams.length > MOST_TEAMS_SHOWN,
    chosen: draft.teamIds.join(','),
    title: draft.title,
    words: draft.words,
    due: draft.due,
    today,
    includeMe: String(draft.senderIncluded),
    check: String(draft.check),
    includeJoiners: String(draft.joinersIncluded),
    longestTitle: LONGEST_TITLE,
    longestWords: LONGEST_WORDS,
    draft: draft.id,
  });
}
