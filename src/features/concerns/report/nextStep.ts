import type { Draft } from './draft';

/** The cards of the guided dialog. */
export const STEPS = ['cancel', 'danger', 'goOn', 'hr', 'about', 'personal', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What card 2 asks, in this order: who is affected comes before the free text. */
const ABOUT = ['kind', 'affected', 'what'] as const;
export type AboutQuestion = (typeof ABOUT)[number];

/** Where a report is: decided from its answers alone, so that a restart or a second device changes nothing. */
export function nextStep(draft: Draft): Step {
  if (draft.cancelAsked) return 'cancel';
  if (draft.changing) return draft.changing;
  if (!draft.danger) return 'danger';
  if (draft.danger === 'yes' && !draft.wentOn) return 'goOn';
  if (draft.affected === 'ownJob' && !draft.hrSeen) return 'hr';
  if (unanswered(draft).length > 0) return 'about';
  return draft.personal ? 'personal' : 'review';
}

/** What card 2 still needs. */
export function unanswered(draft: Draft): AboutQuestion[] {
  return ABOUT.filter((question) => draft[question] === undefined);
}
