import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { TeamRecord } from '../../../storage/roles';
import { dayOf, timeOf } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { Draft } from './draft';
import { LONGEST_TITLE, LONGEST_WORDS } from './problems';
import { kindChoices, kindValue } from './kinds';
import { REMINDER_CHOICES, reminderValue } from './reminderChoices';

/** So that the card stays under its size limit; an administrator of more teams is told so. */
export const MOST_TEAMS_SHOWN = 100;

/** What the form shows beside the draft. */
export interface FormAround {
  readonly policy: PolicyToConfirm;
  readonly teams: readonly TeamRecord[];
  readonly now: Date;
  /** Administrators may ask everybody. */
  readonly mayAskEveryone: boolean;
  /** A line above the form; empty for none. */
  readonly warning?: string;
}

/** The card in which a manager writes a request, with what was typed so far. */
export function composeCard(draft: Draft, around: FormAround): Card {
  const { policy, teams, now, mayAskEveryone, warning = '' } = around;
  return render('acknowledgements/compose', {
    warning,
    hasWarning: warning !== '',
    ...aboutOf(draft, policy),
    teams: teams.slice(0, MOST_TEAMS_SHOWN).map(({ id, name }) => ({ id, name })),
    hasMoreTeams: teams.length > MOST_TEAMS_SHOWN,
    chosen: draft.teamIds.join(','),
    title: draft.title,
    words: draft.words,
    due: draft.due,
    today: dayOf(now),
    reminderChoices: REMINDER_CHOICES.map(({ title, days }) => ({ title, value: reminderValue(days) })),
    reminders: reminderValue(draft.reminders),
    sendDay: draft.sendAt ? dayOf(new Date(draft.sendAt)) : '',
    sendTime: draft.sendAt ? timeOf(new Date(draft.sendAt)) : '',
    mayAskEveryone,
    everyone: String(draft.everyone),
    includeMe: String(draft.senderIncluded),
    check: String(draft.check),
    includeJoiners: String(draft.joinersIncluded),
    longestTitle: LONGEST_TITLE,
    longestWords: LONGEST_WORDS,
    draft: draft.id,
    revision: draft.revision,
  });
}

/** A change is asked for by the publishing of a version, so there is nothing to choose. */
function aboutOf({ about }: Draft, policy: PolicyToConfirm) {
  const isChange = about.kind === 'change';
  return {
    isChange,
    change: isChange
      ? `People read what has changed since version ${about.sinceVersion}, and confirm the policy as it is now.`
      : '',
    kinds: kindChoices(policy),
    kind: kindValue(about),
  };
}
